import type { Fields } from './http-client.ts';

/** One command in the life of a dossier: who gives it, at which address, and what it leaves in the history. */
export interface LifeStep {
  readonly by: 'clerk' | 'specialist' | 'leader' | 'returner';
  readonly slug: string;
  readonly event: string;
  readonly typed: Fields;
}

/** From reception at the district to the citizen, for a household business (HOUSEHOLD_BUSINESS). */
export const lifeAfterAcceptance: readonly LifeStep[] = [
  { by: 'clerk', slug: 'chuyen', event: 'forwarded', typed: {} },
  { by: 'specialist', slug: 'nhan', event: 'receipt-confirmed', typed: {} },
  { by: 'specialist', slug: 'bat-dau', event: 'step-started', typed: {} },
  { by: 'specialist', slug: 'xong', event: 'step-finished', typed: {} },
  { by: 'leader', slug: 'ky', event: 'decided', typed: {} },
  { by: 'returner', slug: 'tra-ket-qua', event: 'handed-over', typed: { proof: 'Đã ký nhận trong sổ' } },
];

/** Who does that in the demo of huyện Châu Thành. */
export const lifeAccounts = {
  clerks: ['khang.nguyen', 'ngan.pham', 'ngoc.lam', 'phuong.do', 'phuc.do'],
  specialist: 'thu.nguyen',
  leader: 'son.do',
  returner: 'yen.vo',
} as const;
