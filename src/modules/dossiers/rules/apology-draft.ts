import { addDays, type CivilDate, dateOf, dayNumber } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { closingOf } from '#kernel/working-time/office-day.ts';
import { addOfficeMinutes, officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { mayReAppoint } from './decide-waiting.ts';
import { currentStep, type Dossier, type Opinion } from './dossier.ts';
import type { DossierEvent, PlannedStep } from './event.ts';
import { type HeldByOffice, heldByOffice, heldStretches } from './held-time.ts';
import { sharesFrom } from './step-shares.ts';

/** What an apology says of itself before anybody has typed a word: facts of the history, and a day that can be kept. */
export interface ApologyDraft {
  readonly dueAt: Instant;
  readonly step: PlannedStep | null;
  /** Who had it how long, office minutes, the longest first; time in which the clock stood still left out. */
  readonly held: readonly HeldByOffice[];
  /** Opinions that nobody has given yet. */
  readonly awaited: readonly Opinion[];
  /** Office minutes that the steps still to come need by the process. */
  readonly needed: number;
  /** The day proposed: a counting day after the due date. */
  readonly date: CivilDate;
}

/**
 * The draft of form 04 (NĐ 61/2018 Điều 19 khoản 9). Vietnamese time. Undefined where no apology can be made: without a
 * due date, or when there was one.
 */
export function apologyDraft(
  calendar: WorkCalendar,
  dossier: Dossier,
  events: readonly DossierEvent[],
  now: Instant,
): ApologyDraft | undefined {
  const due = mayReAppoint(dossier);
  if (!due.ok) return undefined;
  const awaited = dossier.opinions.filter(({ answeredAt }) => answeredAt === null);
  const needed = neededMinutes(calendar, dossier, due.value, now);
  return {
    dueAt: due.value,
    step: currentStep(dossier),
    held: heldByOffice(heldStretches(calendar, dossier.id, events, now)).offices.filter(
      ({ minutes }) => minutes > 0,
    ),
    awaited,
    needed,
    date: proposedDay(calendar, { dueAt: due.value, now, needed, awaited }),
  };
}

/**
 * What the process gives to the steps after this one, and of this one what is left of it; a step that has used all it
 * had is given half of it again. Office minutes.
 */
function neededMinutes(calendar: WorkCalendar, dossier: Dossier, dueAt: Instant, now: Instant): number {
  const { clock, steps, stepIndex, plannedFrom, holder } = dossier;
  if (!clock.countsFrom || stepIndex === null || steps.length === 0) return 0;
  const whole = Math.max(0, officeMinutesBetween(calendar, clock.countsFrom, dueAt, clock.pauses));
  const shares = sharesFrom(steps, plannedFrom);
  const own = whole * (shares[stepIndex] ?? 0);
  const later = shares.slice(stepIndex + 1).reduce((sum, share) => sum + share * whole, 0);
  const used = holder ? Math.max(0, officeMinutesBetween(calendar, holder.since, now)) : 0;
  return Math.round(later + Math.max(own - used, own / 2));
}

interface Needs {
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly needed: number;
  readonly awaited: readonly Pick<Opinion, 'answerBy'>[];
}

/**
 * The day on which the time still needed is over, reckoned from now, or from the evening by which the last opinion is to
 * be given; always a counting day later than the due date.
 */
export function proposedDay(calendar: WorkCalendar, { dueAt, now, needed, awaited }: Needs): CivilDate {
  const answers = awaited.map(({ answerBy }) => closingOf(calendar, answerBy));
  const from = [now, ...answers].reduce((latest, one) => (one > latest ? one : latest));
  let day = dateOf(addOfficeMinutes(calendar, from, needed));
  while (day <= dateOf(dueAt) || !calendar.counts(dayNumber(day))) day = addDays(day, 1);
  return day;
}
