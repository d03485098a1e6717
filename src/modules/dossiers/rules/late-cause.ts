import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { classOfEnded, classOfOpen } from '#kernel/working-time/timeliness.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { type Dossier, stillClocks } from './dossier.ts';
import type { DossierEvent } from './event.ts';
import { fold } from './fold.ts';
import type { LateCauseKind } from './late-causes.ts';
import { type Claim, claimsOf } from './late-claims.ts';
import { type LateIncident, type Slice, slicesOf } from './late-slices.ts';
import { shared } from './shared-minutes.ts';

/** Where it is even, nobody of the staff is blamed. */
const whenEven: readonly LateCauseKind[] = ['system', 'synchronisation', 'other-office', 'citizen', 'staff'];

/** Part of the excess: whose, with the events (`seqs`) and incidents that show it. Minutes are office minutes. */
export type LatePart = Claim;

export interface LateCause {
  readonly dueAt: Instant;
  /** The end, or the moment at which it was reckoned. */
  readonly until: Instant;
  /** Office minutes from the due moment until then, by the hours of the one-stop. */
  readonly excess: number;
  /** The cause with the most minutes. */
  readonly main: LateCauseKind;
  /** Those of the main cause first, the longest first; the minutes sum exactly to the excess. */
  readonly parts: readonly [LatePart, ...LatePart[]];
}

/** Ended after its due date, or open past it: by date, limits in hours by the minute; the legal clock. */
export function isLate(
  { state, clock, endedAt, filing }: Pick<Dossier, 'state' | 'clock' | 'endedAt' | 'filing'>,
  now: Instant,
): boolean {
  const [due, unit] = [clock.dueAt, filing.limit?.unit ?? null];
  if (state === 'not-accepted' || due === null) return false;
  if (endedAt !== null)
    return classOfEnded({ due, unit, ended: endedAt, withdrawn: state === 'withdrawn' }) === 'late';
  return classOfOpen({ due, unit, at: now, waiting: stillClocks.includes(clock.state) }) === 'overdue';
}

export interface LateQuestion {
  readonly calendar: WorkCalendar;
  readonly id: string;
  readonly events: readonly DossierEvent[];
  /** Technical incidents that may have fallen into its time. */
  readonly incidents: readonly LateIncident[];
  /** Legal time. */
  readonly now: Instant;
}

/**
 * Why it is late, from its history alone; null: it is not. Each step has its share of the limit. What was used beyond
 * the shares is laid against what others saved, so that the parts are exactly the office minutes after the due date.
 * Within a step technical incidents come first (those of a synchronisation as `synchronisation`), then the time after the day by which an asked office should have
 * answered (it answers for that: NĐ 61/2018/NĐ-CP Điều 19 khoản 5), then who had it. Waiting for the applicant counts
 * against nobody else; who neither had it nor was asked has no part.
 */
export function lateCauseOf({ calendar, id, events, incidents, now }: LateQuestion): LateCause | null {
  const dossier = fold(id, events);
  const { dueAt } = dossier.clock;
  if (dueAt === null || !isLate(dossier, now)) return null;
  const until = dossier.endedAt ?? now;
  const slices = slicesOf({ calendar, id, events, incidents, until });
  const excess = officeMinutesBetween(calendar, dueAt, until);
  const waits = waitsAfter(calendar, dueAt, slices);
  const claims = claimsOf(calendar, dossier, slices);
  const rest = excess - waits.reduce((so, { minutes }) => so + minutes, 0);
  const weights = claims.map(({ minutes }) => minutes);
  const minutes = shared(rest, weights);
  const weighed = [
    ...waits.map((part) => ({ part, weight: part.minutes })),
    ...claims.map((claim, index) => ({
      part: { ...claim, minutes: minutes[index] ?? 0 },
      weight: claim.minutes,
    })),
  ];
  const all = weighed.length > 0 ? weighed : [{ part: lastHolder(dossier, slices), weight: 0 }];
  const main = mainOf(all);
  const sorted = all
    .map(({ part }) => part)
    .sort((a, b) => rank(a, main) - rank(b, main) || b.minutes - a.minutes);
  const parts = sorted.filter((part, index) => index === 0 || part.minutes > 0);
  return { dueAt, until, excess, main, parts: parts as [LatePart, ...LatePart[]] };
}

/** The applicant's: what was waited after the due date. */
function waitsAfter(calendar: WorkCalendar, dueAt: Instant, slices: readonly Slice[]): LatePart[] {
  const waits = slices.filter(({ kind, to }) => kind === 'citizen' && to > dueAt);
  if (waits.length === 0) return [];
  const minutes = waits.reduce(
    (so, { from, to }) => so + officeMinutesBetween(calendar, from < dueAt ? dueAt : from, to),
    0,
  );
  const seqs = [...new Set(waits.map(({ seq }) => seq))];
  return [{ cause: 'citizen', officeId: null, officeName: '', step: null, minutes, seqs, incidentIds: [] }];
}

interface Weighed {
  readonly part: LatePart;
  /** What is compared where no minute of the excess was in office hours. */
  readonly weight: number;
}

function mainOf(all: readonly Weighed[]): LateCauseKind {
  const of = (cause: LateCauseKind, value: (one: Weighed) => number) =>
    all.reduce((so, one) => so + (one.part.cause === cause ? value(one) : 0), 0);
  const [first = 'staff'] = whenEven
    .filter((cause) => all.some(({ part }) => part.cause === cause))
    .sort(
      (a, b) =>
        of(b, ({ part }) => part.minutes) - of(a, ({ part }) => part.minutes) ||
        of(b, ({ weight }) => weight) - of(a, ({ weight }) => weight),
    );
  return first;
}

const rank = ({ cause }: LatePart, main: LateCauseKind) => (cause === main ? 0 : 1);

/** Late by the date, and no minute of it in office hours, no share exceeded: who had it last. */
function lastHolder({ steps }: Dossier, slices: readonly Slice[]): LatePart {
  const last = slices.findLast(({ kind }) => kind !== 'citizen');
  return {
    cause: 'staff',
    officeId: last?.officeId ?? null,
    officeName: last?.officeName ?? '',
    step: steps[last?.stepIndex ?? -1]?.name ?? null,
    ...{ minutes: 0, seqs: last ? [last.seq] : [], incidentIds: [] },
  };
}
