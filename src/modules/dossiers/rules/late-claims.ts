import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Dossier } from './dossier.ts';
import type { LateCauseKind } from './late-causes.ts';
import type { Slice, SliceKind } from './late-slices.ts';

/** What somebody used beyond the share of a step, in office minutes. */
export interface Claim {
  readonly cause: LateCauseKind;
  readonly officeId: string | null;
  readonly officeName: string;
  readonly step: string | null;
  readonly minutes: number;
  readonly seqs: readonly number[];
  readonly incidentIds: readonly string[];
}

/** Within a step what nobody of it could help comes first. */
const order: readonly SliceKind[] = ['synchronisation', 'system', 'other-office', 'step'];

/**
 * Who exceeded the share of a step, and by how much. Nobody's is more than the time they had it. All together they are
 * at least the office minutes after the due date in which nobody waited for the applicant.
 */
export function claimsOf(calendar: WorkCalendar, dossier: Dossier, slices: readonly Slice[]): Claim[] {
  const budgets = budgetsOf(calendar, dossier, slices);
  return [...budgets].flatMap(([stepIndex, budget]) => {
    const own = slices.filter((one) => one.stepIndex === stepIndex && one.kind !== 'citizen');
    let over = sum(own) - budget;
    return partsOf(own).flatMap((part) => {
      const minutes = Math.min(sum(part), over);
      if (minutes <= 0) return [];
      over -= minutes;
      return [claimOf(dossier, part, minutes)];
    });
  });
}

/** The slices of one kind and office together, in the order in which they are held to account. */
function partsOf(slices: readonly Slice[]): (readonly [Slice, ...Slice[]])[] {
  const parts = Map.groupBy(slices, ({ kind, officeId }) => `${order.indexOf(kind)} ${officeId}`);
  return [...parts]
    .sort(([a], [b]) => Number(a[0]) - Number(b[0]))
    .map(([, part]) => part as [Slice, ...Slice[]]);
}

function claimOf({ steps }: Dossier, part: readonly [Slice, ...Slice[]], minutes: number): Claim {
  const [{ kind, stepIndex, officeId, officeName }] = part;
  const step = steps[stepIndex];
  const cause = kind === 'step' ? (step?.kind === 'other-office' ? 'other-office' : 'staff') : kind;
  const incidents = part.flatMap(({ incidentId }) => incidentId ?? []);
  return {
    ...{ cause, officeId, officeName, minutes, step: step?.name ?? null },
    seqs: [...new Set(part.map(({ seq }) => seq))],
    incidentIds: [...new Set(incidents)],
  };
}

/**
 * Office minutes that each step has, by index: from the planned end of the step before to its own, without the time
 * of waiting for the applicant. Before a take-over (-1) everything until then is granted that the limit has.
 */
function budgetsOf(
  calendar: WorkCalendar,
  { steps, clock, takenOver }: Dossier,
  slices: readonly Slice[],
): Map<number, number> {
  const [begins, due] = [clock.countsFrom, clock.dueAt];
  if (begins === null || due === null) return new Map();
  const waited = slices.filter(({ kind }) => kind === 'citizen');
  const net = (from: Instant, to: Instant) =>
    minutesBetween(calendar, from, to) -
    waited.reduce((so, one) => so + minutesBetween(calendar, max(one.from, from), min(one.to, to)), 0);
  let from = min(takenOver && takenOver.at > begins ? takenOver.at : begins, due);
  const budgets = new Map([[-1, net(begins, from)]]);
  for (const [index, { dueAt }] of steps.entries()) {
    const to = index === steps.length - 1 ? due : min(max(dueAt ?? from, from), due);
    budgets.set(index, net(from, to));
    from = to;
  }
  return budgets;
}

function minutesBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  return from < to ? officeMinutesBetween(calendar, from, to) : 0;
}

const sum = (slices: readonly Slice[]) => slices.reduce((so, { minutes }) => so + minutes, 0);
const max = (one: Instant, other: Instant) => (one > other ? one : other);
const min = (one: Instant, other: Instant) => (one < other ? one : other);
