import { addDays } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { after } from './after.ts';
import { type Dossier, type Opinion, stillClocks } from './dossier.ts';
import type { DossierEvent } from './event.ts';

/** What of a technical incident counts here. */
export interface LateIncident {
  readonly id: string;
  /** What could not be used. */
  readonly system: string;
  readonly from: Instant;
  /** Null: it is still going on. */
  readonly to: Instant | null;
  /** Null: all offices. */
  readonly officeIds: readonly string[] | null;
}

/** Systems with which data is synchronised: a result that waits for one waits for nobody here. */
export const synchronised: readonly string[] = ['national-portal', 'sector-software'];

export type SliceKind = 'step' | 'other-office' | 'system' | 'synchronisation' | 'citizen';

/** A stretch of the counted time of which one thing can be said. */
export interface Slice {
  readonly kind: SliceKind;
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  /** The step in which it passed; -1: before the dossier came into this software. */
  readonly stepIndex: number;
  /** Who answers for it; null: nobody. */
  readonly officeId: string | null;
  readonly officeName: string;
  /** The event that shows it. */
  readonly seq: number;
  readonly incidentId: string | null;
}

interface Timeline {
  readonly calendar: WorkCalendar;
  readonly id: string;
  readonly events: readonly DossierEvent[];
  readonly incidents: readonly LateIncident[];
  readonly until: Instant;
}

/** The time of a dossier from where its clock counts, or counts again, until a moment, without gaps or overlaps. */
export function slicesOf(timeline: Timeline): Slice[] {
  const { events, id, until } = timeline;
  const states: Dossier[] = [];
  for (const event of events) states.push(after(states.at(-1) ?? null, event, id));
  const countsFrom = states.at(-1)?.clock.countsFrom ?? until;
  return states.flatMap((dossier, index) => {
    const event = events[index] as DossierEvent;
    const [from, to] = [later(event.at, countsFrom), earlier(events[index + 1]?.at ?? until, until)];
    const before = event.type === 'taken-over' ? elsewhere(timeline, event, countsFrom) : [];
    return [...before, ...cut(timeline, dossier, event.seq, from, to)];
  });
}

/** Who had it in the software before is not known here. */
function elsewhere(
  { calendar, until }: Timeline,
  { at, seq }: DossierEvent,
  countsFrom: Instant,
): readonly Slice[] {
  const to = earlier(at, until);
  if (to <= countsFrom) return [];
  const minutes = officeMinutesBetween(calendar, countsFrom, to);
  const nobody = { stepIndex: -1, officeId: null, officeName: '', incidentId: null };
  return [{ kind: 'synchronisation', from: countsFrom, to, minutes, seq, ...nobody }];
}

/** Cut where an answer should have been there, and where an incident begins or ends. */
function cut(timeline: Timeline, dossier: Dossier, seq: number, from: Instant, to: Instant): Slice[] {
  const { calendar, incidents, until } = timeline;
  if (to <= from) return [];
  const moments = [
    ...dossier.opinions.map(answerEnds),
    ...incidents.flatMap((one) => [one.from, one.to ?? until]),
  ].filter((moment) => from < moment && moment < to);
  const ends = [...new Set(moments)].sort();
  return [...ends, to].map((end, index) => {
    const begin = index === 0 ? from : (ends[index - 1] as Instant);
    const minutes = officeMinutesBetween(calendar, begin, end);
    return { ...said(timeline, dossier, seq, begin, end), from: begin, to: end, minutes };
  });
}

type Said = Omit<Slice, 'from' | 'to' | 'minutes'>;

function said(timeline: Timeline, dossier: Dossier, seq: number, from: Instant, to: Instant): Said {
  const stepIndex = stepOf(dossier);
  if (stillClocks.includes(dossier.clock.state))
    return { kind: 'citizen', stepIndex, officeId: null, officeName: '', seq, incidentId: null };
  const silent = dossier.opinions.find((one) => one.answeredAt === null && answerEnds(one) <= from);
  const { officeId, officeName } = silent ? silentOf(silent) : holderOf(dossier, stepIndex);
  const until = timeline.until;
  const own = timeline.incidents.filter(
    (one) =>
      (one.officeIds === null || (officeId !== null && one.officeIds.includes(officeId))) &&
      one.from <= from &&
      (one.to ?? until) >= to,
  );
  const incident = own.find(({ system }) => !synchronised.includes(system)) ?? own[0];
  const kind = incident ? kindOf(incident) : silent ? 'other-office' : 'step';
  return { kind, stepIndex, officeId, officeName, seq, incidentId: incident?.id ?? null };
}

/** Where nothing could be used here, it was not the synchronisation that was waited for. */
function kindOf({ system }: LateIncident): SliceKind {
  return synchronised.includes(system) ? 'synchronisation' : 'system';
}

/** A decision that is taken back later belongs to who signed it: it went on as if it had not been decided. */
function stepOf({ clock, steps, stepIndex }: Dossier): number {
  const signing = clock.state === 'ended' ? steps.findIndex(({ kind }) => kind === 'sign') : -1;
  return signing >= 0 ? signing : (stepIndex ?? 0);
}

function silentOf({ outside, officeId, officeName }: Opinion): Pick<Slice, 'officeId' | 'officeName'> {
  return { officeId: outside ? null : officeId, officeName };
}

function holderOf({ clock, holder, steps, filing }: Dossier, stepIndex: number) {
  const step = steps[stepIndex];
  const signed = clock.state === 'ended' ? step?.officeId : undefined;
  const officeId = signed ?? holder?.officeId ?? filing.intakeOfficeId;
  const named = [step, ...steps].find((one) => one?.officeId === officeId);
  return { officeId, officeName: named?.officeName ?? filing.intakeOfficeName };
}

/** An answer is in time until the end of the day that was asked for. */
function answerEnds({ answerBy }: Pick<Opinion, 'answerBy'>): Instant {
  return instant(`${addDays(answerBy, 1)}T00:00`);
}

const later = (one: Instant, other: Instant) => (one > other ? one : other);
const earlier = (one: Instant, other: Instant) => (one < other ? one : other);
