import { type CivilDate, dateOf, dayNumber } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { apologyContent } from '../papers/notices.ts';
import { saidDate } from '../rules/change.ts';
import { mayReAppoint } from '../rules/decide-waiting.ts';
import { isApologyLate } from '../rules/legal-times.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { effectsOf } from './effects-of.ts';
import { numberedPaper, paperSubject } from './numbered-paper.ts';
import { perform } from './perform.ts';

export interface NewAppointment {
  /** The result is promised for the closing time of this day. */
  readonly date: CivilDate | null;
  readonly reason: string;
}

/** The apology with a new date, on form 04. Later than one working day before the due date: made, and marked. */
export function reAppoint(
  deps: DossierDeps,
  press: PressOnDossier,
  { date, reason }: NewAppointment,
): Promise<Outcome<Done>> {
  return perform(deps, press, 're-appoint', async (tx, dossier, post, now) => {
    const effects = await effectsOf(tx, deps, dossier, now);
    const due = mayReAppoint(dossier, effects.reAppointment.most);
    if (!due.ok) return due;
    const subject = paperSubject(dossier, now);
    if (!subject) return refused('dossiers/erased');
    if (!date) return refused('dossiers/new-date-missing', undefined, 'date');
    if (!reason.trim()) return refused('dossiers/reason-missing', undefined, 'reason');
    if (date <= dateOf(due.value) || date < dateOf(now))
      return refused('dossiers/new-date-not-later', undefined, 'date');
    const calendar = await deps.calendarFor(tx, dossier.filing.intakeOfficeId);
    const appointedAt = closingTime(calendar, date);
    if (!appointedAt) return refused('dossiers/new-date-day-off', undefined, 'date');
    const paperId = await numberedPaper(
      tx,
      deps,
      { press, post },
      subject,
      'apology',
      (frame, { personal, number }) =>
        apologyContent(
          frame,
          { dossier, personal, number },
          { dueAt: saidDate(dossier.clock) ?? due.value, newDate: appointedAt, reason },
        ),
    );
    return accepted({ appointedAt, reason, paperId, effects, late: isApologyLate(calendar, due.value, now) });
  });
}

/** The end of the office hours of a working day; undefined on a day off. */
function closingTime(calendar: WorkCalendar, date: CivilDate) {
  const day = dayNumber(date);
  const minute = calendar.hoursOn(day).spans.at(-1)?.to;
  if (!calendar.counts(day) || minute === undefined) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return instant(`${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`);
}
