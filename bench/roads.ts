import { HOUSEHOLD_BUSINESS } from '../outside/counter-client.ts';
import type { Fields } from '../outside/http-client.ts';

/** Who presses: the clerk of the desk, or somebody by account. */
export type By = 'clerk' | Account;
export type Account = (typeof accounts)[number];

/** Signed in once each; the desks share them. */
export const accounts = ['thu.nguyen', 'son.do', 'loan.ly', 'huong.nguyen', 'long.pham', 'yen.vo'] as const;
/** Each desk has a clerk of its own session. */
export const clerks = ['khang.nguyen', 'ngan.pham', 'ngoc.lam', 'phuong.do', 'phuc.do'] as const;

export interface Press {
  readonly by: By;
  readonly slug: string;
  readonly typed?: Fields;
}

export interface Road {
  readonly code: string;
  /** After the acceptance. */
  readonly presses: readonly Press[];
}

const handOver: Press = { by: 'yen.vo', slug: 'tra-ket-qua', typed: { proof: 'Đã ký nhận trong sổ' } };

/** Seven presses with the acceptance: one section handles and signs. */
const householdBusiness: Road = {
  code: HOUSEHOLD_BUSINESS,
  presses: [
    { by: 'clerk', slug: 'chuyen' },
    { by: 'thu.nguyen', slug: 'nhan' },
    { by: 'thu.nguyen', slug: 'bat-dau' },
    { by: 'thu.nguyen', slug: 'xong' },
    { by: 'son.do', slug: 'ky' },
    handOver,
  ],
};

/** Ten: a specialist handles, the head of the section appraises, the leadership signs. */
const funeralSupport: Road = {
  code: '1.001731',
  presses: [
    { by: 'clerk', slug: 'chuyen' },
    { by: 'loan.ly', slug: 'nhan' },
    { by: 'loan.ly', slug: 'bat-dau' },
    { by: 'loan.ly', slug: 'xong' },
    { by: 'huong.nguyen', slug: 'nhan' },
    { by: 'huong.nguyen', slug: 'bat-dau' },
    { by: 'huong.nguyen', slug: 'xong' },
    { by: 'long.pham', slug: 'ky' },
    handOver,
  ],
};

export const roads: readonly Road[] = [householdBusiness, funeralSupport];

/** Of three lives two are short and one is long: eight presses each, as the goal counts them. */
export function roadOf(life: number): Road {
  return life % 3 === 2 ? funeralSupport : householdBusiness;
}

const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Hạnh',
  'Hoa',
  'Khánh',
  'Lan',
  'Minh',
  'Ngọc',
  'Phúc',
  'Thảo',
  'Ý',
];

/** An invented person whose card agrees with year and sex. */
export function personOf(life: number): Fields {
  const year = 1950 + (life % 50);
  return {
    'applicants.0.name': `Nguyễn Thị ${GIVEN[life % GIVEN.length]} ${GIVEN[(life * 7 + 3) % GIVEN.length]}`,
    'applicants.0.id-number': `0871${String(year).slice(2)}${String(life % 1_000_000).padStart(6, '0')}`,
    'applicants.0.birth-date': `14/09/${year}`,
  };
}
