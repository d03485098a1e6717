import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import {
  type Channel,
  clockLimit,
  type Fee,
  type LimitAdjustment,
  type Procedure,
  type ProcedureLimit,
  type RequiredPaper,
} from './procedure.ts';

/** The limit of a case: its own, else the one of all cases. Undefined: the catalogue has none for it. */
export function limitOfCase(
  procedure: Pick<Procedure, 'limits'>,
  caseKey: string | null,
): ProcedureLimit | undefined {
  const own = caseKey === null ? undefined : procedure.limits.find((limit) => limit.caseKey === caseKey);
  return own ?? procedure.limits.find((limit) => limit.caseKey === null);
}

/** Papers asked in a case: its own and those of all cases, in the order of the catalogue. */
export function papersOfCase(
  procedure: Pick<Procedure, 'papers'>,
  caseKey: string | null,
): readonly RequiredPaper[] {
  return procedure.papers.filter((paper) => paper.caseKey === null || paper.caseKey === caseKey);
}

/** Fees of a channel; where the catalogue names other channels only, what is paid at the counter. */
export function feesOfChannel(procedure: Pick<Procedure, 'fees'>, channel: Channel): readonly Fee[] {
  const own = procedure.fees.filter((fee) => fee.channel === null || fee.channel === channel);
  return own.length > 0 ? own : procedure.fees.filter((fee) => fee.channel === 'direct');
}

export function adjustmentsOfCase(
  procedure: Pick<Procedure, 'adjustments'>,
  caseKey: string | null,
): readonly LimitAdjustment[] {
  return procedure.adjustments.filter((one) => one.caseKey === null || one.caseKey === caseKey);
}

/**
 * A case is needed when the procedure has some, and must be one of them. Refuses with
 * `catalogue/case-needed` or `catalogue/unknown-case`.
 */
export function chosenCase(
  procedure: Pick<Procedure, 'cases'>,
  caseKey: string | null,
): Outcome<string | null> {
  if (procedure.cases.length === 0 && caseKey === null) return accepted(null);
  if (caseKey === null) return refused('catalogue/case-needed', {}, 'case');
  const found = procedure.cases.some((one) => one.key === caseKey);
  return found ? accepted(caseKey) : refused('catalogue/unknown-case', {}, 'case');
}

/**
 * The limit of a case with time added by hand. Days are added in the limit's own unit; a same-day limit
 * (`trong_ngay`) becomes that many working days. Refuses `catalogue/no-such-adjustment`,
 * `catalogue/adjustment-too-long` (more than the law's most), `catalogue/no-limit-to-adjust`.
 */
export function adjustedLimit(
  procedure: Pick<Procedure, 'limits' | 'adjustments'>,
  caseKey: string | null,
  added: { readonly key: string; readonly value: number },
): Outcome<Limit> {
  const adjustment = adjustmentsOfCase(procedure, caseKey).find((one) => one.key === added.key);
  if (!adjustment) return refused('catalogue/no-such-adjustment', {}, 'adjustment');
  const limit = limitOfCase(procedure, caseKey);
  const base = limit && clockLimit(limit);
  if (!base || base.value === null) return refused('catalogue/no-limit-to-adjust', {}, 'adjustment');
  const whole = Number.isInteger(added.value) && added.value > 0;
  if (!whole || (adjustment.value !== null && added.value > adjustment.value)) {
    return refused('catalogue/adjustment-too-long', { most: adjustment.value ?? 0 }, 'adjustment');
  }
  if (base.unit === 'trong_ngay') return accepted({ value: added.value, unit: adjustment.unit });
  return accepted({ value: base.value + added.value, unit: base.unit });
}
