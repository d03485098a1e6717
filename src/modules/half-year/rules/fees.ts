import type { CivilDate } from '#kernel/civil-date.ts';
import { Problems } from '#kernel/problems.ts';
import {
  exemptionsFor,
  type Fee,
  type FeeExemption,
  feesOfChannel,
  localFeeOn,
} from '#modules/catalogue/index.ts';
import { type OfferedFee, type ReadCharge, readFee } from '#modules/counter/index.ts';
import type { Draw } from './draw.ts';
import type { Arrival } from './world.ts';

/** What the clerks type where the law leaves the amount to the province and nobody has set it here (đồng). */
const decided: Readonly<Record<string, number>> = {
  'Hộ tịch': 8_000,
  'Đất đai': 50_000,
  'Đăng ký biện pháp bảo đảm': 80_000,
  'Hoạt động xây dựng': 75_000,
  'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)': 100_000,
};
const ELSEWHERE = 30_000;
const EXEMPT = 0.06;
/** An extract is not wanted by everybody, and by some twice. */
const OPTIONAL = 'bản sao trích lục';

/** What the clerk types about the fee, read as the page reads it: by the rule of the procedure, on the day. */
export function feeAtAcceptance(
  { procedure, channel, counter }: Arrival,
  exemptions: readonly FeeExemption[],
  on: CivilDate,
  draw: Draw,
): ReadCharge {
  const offered = feesOfChannel(procedure, channel).map((fee): OfferedFee => {
    const mine = counter.localFees.filter((one) => one.procedureCode === procedure.code);
    const local = fee.amount === null ? (localFeeOn(mine, fee, { channel, on }) ?? null) : null;
    return { index: procedure.fees.indexOf(fee), fee, local };
  });
  const typed = offered.flatMap((one) => [
    [`fees.${one.index}.quantity`, String(quantityOf(one.fee, draw))],
    [`fees.${one.index}.amount`, String(decided[procedure.field] ?? ELSEWHERE)],
  ]);
  const groups = exemptionsFor(exemptions, { procedureCode: procedure.code, channel, on });
  const group = groups.length > 0 && draw.chance(EXEMPT) ? draw.one(groups) : null;
  const number = draw.between(100, 999);
  const proof = group && {
    exemption: group.key,
    'exemption-proof': `${group.name.vi}: giấy xác nhận số ${number}`,
  };
  const fields = { ...Object.fromEntries(typed), ...proof, 'fee-way': wayOf(channel, draw) };
  const problems = new Problems();
  const read = readFee(fields, offered, groups, 'all', problems);
  const [problem] = problems.list;
  if (problem) throw new Error(`the fee of ${procedure.code}: ${problem.code}`);
  return read;
}

function quantityOf({ per }: Fee, draw: Draw): number {
  if (per !== OPTIONAL) return 1;
  return draw.chance(0.55) ? 0 : draw.between(1, 3);
}

function wayOf(channel: Arrival['channel'], draw: Draw): 'cash' | 'transfer' | 'at-return' {
  if (draw.chance(0.08)) return 'at-return';
  if (channel !== 'direct') return 'transfer';
  return draw.chance(0.86) ? 'cash' : 'transfer';
}
