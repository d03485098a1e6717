import { dong, formatDong } from '#kernel/money.ts';
import type { Fee } from '#modules/catalogue/index.ts';
import type { FilingInput } from '#modules/dossiers/index.ts';
import { type Fields, textOf } from './fields.ts';
import { type Problems, readCount } from './problems.ts';
import type { Need } from './read-party.ts';
import { feeWays } from './ways.ts';

/** A fee of the catalogue with its place there, which names its fields. */
export interface OfferedFee {
  readonly index: number;
  readonly fee: Fee;
}

const MOST_DONG = 2_000_000_000;

export interface FeeLine extends OfferedFee {
  readonly quantity: number;
  /** Null: decided locally, and nobody has typed it yet. */
  readonly amount: number | null;
}

/** The lines of the fee: how many times what. Where the province decides, the amount is typed. */
export function readFeeLines(
  fields: Fields,
  offered: readonly OfferedFee[],
  need: Need,
  problems: Problems,
): FeeLine[] {
  return offered.map(({ index, fee }) => {
    const field = `fees.${index}.quantity`;
    const quantity = readCount(problems, field, textOf(fields, field), { least: 0, most: 999, empty: 0 });
    if (fee.amount !== null) return { index, fee, quantity, amount: fee.amount };
    const amount = readDong(problems, `fees.${index}.amount`, textOf(fields, `fees.${index}.amount`));
    if (amount === null && quantity > 0 && need === 'all')
      problems.add(`fees.${index}.amount`, 'counter/amount-missing', { per: fee.per });
    return { index, fee, quantity, amount };
  });
}

/** `1.234.567`, `1 234 567 đ` or digits. */
function readDong(problems: Problems, field: string, typed: string): number | null {
  if (typed === '') return null;
  const digits = typed.replace(/[\s.,đ]/giu, '').replace(/vnd$/i, '');
  const value = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
  if (value <= MOST_DONG) return value;
  problems.add(field, 'counter/wrong-amount');
  return null;
}

export function totalOf(lines: readonly FeeLine[]): number {
  return lines.reduce((sum, { quantity, amount }) => sum + quantity * (amount ?? 0), 0);
}

export function readFee(
  fields: Fields,
  offered: readonly OfferedFee[],
  need: Need,
  problems: Problems,
): FilingInput['fee'] {
  const lines = readFeeLines(fields, offered, need, problems);
  const amount = totalOf(lines);
  if (amount > MOST_DONG) problems.add('fees.0.quantity', 'counter/wrong-amount');
  if (amount === 0) return { amount, way: 'none', basis: null };
  const typed = textOf(fields, 'fee-way');
  const way = feeWays.find((one) => one === typed);
  if (!way && need === 'all') problems.add('fee-way', 'counter/fee-way-missing');
  return { amount, way: way ?? 'cash', basis: basisOf(lines) };
}

/** `8.000 đ × 2 bản sao trích lục (TT 281/2016/TT-BTC)`. */
function basisOf(lines: readonly FeeLine[]): string | null {
  const said = lines
    .filter(({ quantity, amount }) => quantity > 0 && amount)
    .map(({ fee, quantity, amount }) => {
      const what = `${formatDong(dong(amount ?? 0))} × ${quantity} ${fee.per}`;
      return fee.note ? `${what} (${fee.note})` : what;
    });
  return said.join('; ') || null;
}
