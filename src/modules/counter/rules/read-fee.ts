import { formatCivilDate } from '#kernel/civil-date.ts';
import { dong, formatDong, parseDong } from '#kernel/money.ts';
import { type Charge, type ChargeLine, linesThatCost, sumOfCharge } from '#modules/cash/index.ts';
import {
  type Fee,
  type FeeExemption,
  type FeeSteps,
  flat,
  type LocalFee,
  reckonFee,
} from '#modules/catalogue/index.ts';
import type { FilingInput } from '#modules/dossiers/index.ts';
import { type Fields, textOf } from './fields.ts';
import { longest, type Problems, readCount, readText } from './problems.ts';
import type { Need } from './read-party.ts';
import { feeWays } from './ways.ts';

/** A fee of the catalogue with its place there, which names its fields. */
export interface OfferedFee {
  readonly index: number;
  readonly fee: Fee;
  /** What the province decided for this agency and day, where the catalogue leaves it open. */
  readonly local: LocalFee | null;
}

const MOST_DONG = 2_000_000_000;

/** A line as the page shows it. */
export interface FeeLine extends OfferedFee {
  readonly quantity: number;
  /** How many sets of so many: copies of so many pages. 1 where the fee has no sets. */
  readonly sets: number;
  /** đồng for one; null: decided locally, neither set nor typed yet. */
  readonly amount: number | null;
  readonly full: number;
  readonly exempted: number;
  readonly due: number;
}

/** What the fee part of the page says. */
export interface ReadFee {
  readonly lines: readonly FeeLine[];
  readonly exemption: FeeExemption | null;
  readonly proof: string | null;
}

/** The lines of the fee: how many times what, and who pays less. */
export function readFeeLines(
  fields: Fields,
  offered: readonly OfferedFee[],
  exemptions: readonly FeeExemption[],
  need: Need,
  problems: Problems,
): ReadFee {
  const chosen = textOf(fields, 'exemption');
  const exemption = exemptions.find((one) => one.key === chosen) ?? null;
  if (chosen !== '' && exemption === null) problems.add('exemption', 'counter/exemption-not-here');
  const lines = offered.map((one) => readLine(fields, one, exemption, need, problems));
  const proof =
    readText(problems, 'exemption-proof', textOf(fields, 'exemption-proof').trim(), longest.note) || null;
  if (exemption?.proofNeeded && proof === null && need === 'all')
    problems.add('exemption-proof', 'counter/proof-missing');
  return { lines, exemption, proof };
}

function readLine(
  fields: Fields,
  offered: OfferedFee,
  exemption: FeeExemption | null,
  need: Need,
  problems: Problems,
): FeeLine {
  const { index, fee } = offered;
  const count = (name: string, most: number, empty: number) =>
    readCount(problems, `fees.${index}.${name}`, textOf(fields, `fees.${index}.${name}`), {
      least: 0,
      most,
      empty,
    });
  const quantity = count('quantity', fee.steps ? 9_999 : 999, 0);
  const sets = fee.steps ? count('sets', 999, 1) : 1;
  const amount =
    fee.amount ?? offered.local?.amount ?? typedAmount(fields, offered, quantity, need, problems);
  const reckoned = reckonFee(ruleOf(fee, amount), { quantity, sets }, exemption);
  return { ...offered, quantity, sets, amount, ...reckoned };
}

function ruleOf(fee: Fee, amount: number | null): FeeSteps {
  return fee.steps ?? flat(amount ?? 0);
}

/** Where nothing is set the clerk types what the province decided. */
function typedAmount(
  fields: Fields,
  { index, fee }: OfferedFee,
  quantity: number,
  need: Need,
  problems: Problems,
): number | null {
  const field = `fees.${index}.amount`;
  const typed = textOf(fields, field);
  if (typed === '') {
    if (quantity > 0 && need === 'all') problems.add(field, 'counter/amount-missing', { per: fee.per });
    return null;
  }
  const read = parseDong(typed, MOST_DONG);
  if (read.ok) return read.value;
  problems.add(field, 'counter/wrong-amount');
  return null;
}

export interface ReadCharge {
  readonly fee: FilingInput['fee'];
  readonly charge: Charge;
}

/** The fee of the filing (nothing personal in it) and what the drawer needs to know. */
export function readFee(
  fields: Fields,
  offered: readonly OfferedFee[],
  exemptions: readonly FeeExemption[],
  need: Need,
  problems: Problems,
): ReadCharge {
  const { lines, exemption, proof } = readFeeLines(fields, offered, exemptions, need, problems);
  const typed = textOf(fields, 'fee-way');
  const way = feeWays.find((one) => one === typed);
  const charge: Charge = {
    lines: lines.map(chargeLine),
    exemption: exemption && { key: exemption.key, name: exemption.name.vi, proof },
    way: way ?? 'cash',
  };
  const { full, due } = sumOfCharge(charge);
  if (full > MOST_DONG) problems.add('fees.0.quantity', 'counter/wrong-amount');
  if (due > 0 && !way && need === 'all') problems.add('fee-way', 'counter/fee-way-missing');
  const basis = basisOf(charge);
  return { charge, fee: { amount: due, way: due === 0 ? 'none' : charge.way, basis } };
}

function chargeLine({ fee, local, quantity, sets, amount, full, exempted, due }: FeeLine): ChargeLine {
  return {
    what: fee.per,
    quantity,
    sets,
    unit: amount ?? 0,
    full,
    exempted,
    due,
    basis: local ? resolutionInWords(local) : fee.note,
  };
}

/** As papers name it: papers are Vietnamese. */
export function resolutionInWords({
  resolution: { number, date, body },
}: Pick<LocalFee, 'resolution'>): string {
  return `Nghị quyết ${number} ngày ${formatCivilDate(date)} của ${body}`;
}

/** `8.000 đ × 2 bản sao trích lục (TT 281/2016/TT-BTC)`; whom an exemption is for stands with the payment only. */
function basisOf(charge: Charge): string | null {
  const { exempted } = sumOfCharge(charge);
  const said = linesThatCost(charge).map(({ unit, quantity, sets, what, basis }) => {
    const many = `${formatDong(dong(unit))} × ${quantity} ${what}${sets === 1 ? '' : ` × ${sets}`}`;
    return basis ? `${many} (${basis})` : many;
  });
  const less = exempted > 0 ? [`miễn, giảm ${formatDong(dong(exempted))}`] : [];
  return [...said, ...less].join('; ') || null;
}
