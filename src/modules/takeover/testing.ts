import { programOrigin } from '#modules/audit/index.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import type { Office } from '#modules/dossiers/testing-office.ts';
import { type TakeOverWish, takeOverFile } from './actions/take-over-file.ts';
import type { TakeoverDeps } from './deps.ts';
import { type ColumnKey, columns } from './rules/columns.ts';

export type Cells = Partial<Record<ColumnKey, string>>;

/** An open dossier without any doubt: Monday 25/07/2022, three working days. */
export const aRow: Cells = {
  number: 'HS-2022-00457',
  procedure: '1.001612',
  case: 'Một cá nhân đăng ký',
  name: 'Nguyễn Thị Mẫu',
  'id-number': '087188004512',
  address: 'Ấp 1, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp',
  phone: '0900000000',
  received: '21/07/2022 08:30',
  due: '26/07/2022',
  state: 'đang giải quyết',
  office: 'Phòng Tài chính - Kế hoạch',
};

/** A file as another program would write it. */
export function aFile(...rows: readonly Cells[]): Uint8Array {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map(({ key }) => quoted(row[key] ?? '')).join(';'));
  return new TextEncoder().encode([columns.map(({ head }) => head).join(';'), ...lines].join('\r\n'));
}

/** Huyện Châu Thành on Monday 25/07/2022, ready to take over. */
export function aTakingOffice(office: Office) {
  const deps: TakeoverDeps = {
    ...office.deps,
    cashKey: office.deps.random.bytes(32),
    cashStores: sqlCashStores,
  };
  const agencyCode = office.offices.find((one) => one.kind === 'agency' && one.level === 'huyen')?.code ?? '';
  const run = (bytes: Uint8Array, wish: Partial<TakeOverWish> = {}) => {
    const now = office.deps.clock.now();
    const whole = { agencyCode, apply: false, acceptDoubts: false, ...wish };
    return takeOverFile(deps, bytes, programOrigin(now, now), whole);
  };
  const ran = async (bytes: Uint8Array, wish: Partial<TakeOverWish> = {}) => {
    const answer = await run(bytes, wish);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.value;
  };
  return { office, deps, agencyCode, run, ran };
}
