import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import { holdsOn, type Resolution } from './local-fee.ts';
import { clockLimit, type Procedure } from './procedure.ts';

/** Units in which an agency may promise; the same day cannot be made shorter. */
export const committedUnits = ['ngay_lam_viec', 'ngay', 'thang', 'gio'] as const;

/**
 * The shorter limit that an agency promises for a procedure (*thời hạn cam kết*), dated. The list of them is only added to;
 * of two that hold on a day the later word counts.
 */
export interface CommittedLimit {
  readonly id: string;
  readonly ordinal: number;
  readonly agencyId: string;
  readonly procedureCode: string;
  /** null: from its first day on nothing is promised beyond the law. */
  readonly limit: Limit | null;
  readonly decision: Resolution;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly setBy: { readonly accountId: string; readonly name: string };
  readonly setAt: Instant;
}

/** What a dossier keeps of it. */
export interface Commitment {
  readonly limit: Limit;
  /** As printed: `15/QĐ-UBND ngày 01/07/2022 của UBND huyện Châu Thành`. */
  readonly basis: string;
}

export function commitmentOf({
  limit,
  decision,
}: Pick<CommittedLimit, 'limit' | 'decision'>): Commitment | undefined {
  const { number, date, body } = decision;
  return limit ? { limit, basis: `${number} ngày ${formatCivilDate(date)} của ${body}` } : undefined;
}

/** Whether a word holds on a day, will, did, or had been taken over by a later word before it began. `all`: the latest first. */
export function standingOfCommitment(
  all: readonly CommittedLimit[],
  one: CommittedLimit,
  today: CivilDate,
): 'now' | 'coming' | 'past' | 'replaced' {
  if (all.find((other) => holdsOn(other, today)) === one) return 'now';
  const began = all.find((other) => holdsOn(other, one.validFrom)) === one;
  if (!began) return 'replaced';
  return one.validFrom > today ? 'coming' : 'past';
}

/** Those that begin after a day and will hold when they do. `all`: the latest first. */
export function comingAfter(all: readonly CommittedLimit[], today: CivilDate): readonly CommittedLimit[] {
  return all.filter((one) => standingOfCommitment(all, one, today) === 'coming');
}

/** The limits of the law that can be made shorter; of several cases each has its own. */
export function limitsToShorten(procedure: Pick<Procedure, 'limits'>): readonly Limit[] {
  return procedure.limits.flatMap((one) => {
    const limit = clockLimit(one);
    const unit = committedUnits.find((one) => one === limit?.unit);
    return limit && unit && (limit.value ?? 0) > 1 ? [limit] : [];
  });
}

/**
 * May an agency promise this from that day on? Whole and shorter than a limit of the law in the same unit; dossiers that
 * are accepted already keep what was promised to them, also those of this morning whose procedure is corrected later, so it begins
 * tomorrow (Vietnamese date) at the earliest. Refuses
 * `catalogue/commitment-not-later`, `catalogue/commitment-ends-before`, `catalogue/commitment-not-shorter`,
 * `catalogue/resolution-later` (decided after it should hold).
 */
export function mayCommit(
  procedure: Pick<Procedure, 'limits'>,
  wanted: Pick<CommittedLimit, 'limit' | 'decision' | 'validFrom' | 'validTo'>,
  today: CivilDate,
): Outcome<null> {
  const { limit, decision, validFrom, validTo } = wanted;
  if (validFrom <= today) return refused('catalogue/commitment-not-later', {}, 'valid-from');
  if (validTo !== null && validTo < validFrom)
    return refused('catalogue/commitment-ends-before', {}, 'valid-to');
  if (decision.date > validFrom) return refused('catalogue/resolution-later', {}, 'resolution-date');
  const shortens = limitsToShorten(procedure).some(
    (legal) => legal.unit === limit?.unit && (limit.value ?? 0) < (legal.value ?? 0),
  );
  return limit === null || shortens
    ? accepted(null)
    : refused('catalogue/commitment-not-shorter', {}, 'value');
}
