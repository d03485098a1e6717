import { dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { DueDate } from '#kernel/working-time/due-date.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import { classOfEnded } from '#kernel/working-time/timeliness.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { timeLeftInWords } from '#modules/calendar/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { DayView } from '#ui/components/days-grid.tsx';
import { longDate } from '#ui/dates.ts';
import { type Dossier, isOpen, suspendingOpinion } from '../rules/dossier.ts';
import { committedDateOf, countingOf, dueDateOf } from '../rules/due-date-of.ts';
import { appointedInForce } from '../rules/said-dates.ts';
import { countedDays } from './counted-days.ts';

export interface WhyView {
  readonly due: DueDate;
  readonly days: readonly DayView[];
  readonly countsFrom: Instant;
  /** The same by the limit that the agency promises; null: it promises none. */
  readonly committed: DueDate | null;
}

/** What the clock panel says, largest first. */
export interface DueView {
  readonly big: string;
  readonly late: boolean;
  readonly lines: readonly string[];
  readonly small: readonly string[];
  readonly uncertain: boolean;
  readonly why: WhyView | null;
  /** Which of the counted days it is; null when today is none of them, or nothing is counted any more. */
  readonly today: { readonly n: number; readonly total: number } | null;
}

export function dueView(t: Words, dossier: Dossier, calendar: WorkCalendar, now: Instant): DueView {
  const why = whyView(dossier, calendar);
  const today = dossier.clock.state === 'running' ? todayAmong(why?.days ?? [], now) : null;
  return { ...clockLines(t, dossier, calendar, now), uncertain: uncertain(dossier), why, today };
}

function todayAmong(days: readonly DayView[], now: Instant): DueView['today'] {
  const n = days.find((day) => day.date === dateOf(now))?.number;
  const total = days.at(-1)?.number;
  return n === undefined || total === undefined ? null : { n, total };
}

function uncertain({ clock }: Dossier): boolean {
  return clock.state === 'running' && clock.dueAt !== null && !clock.certain;
}

type Lines = Pick<DueView, 'big' | 'late' | 'lines' | 'small'>;

function clockLines(t: Words, dossier: Dossier, calendar: WorkCalendar, now: Instant): Lines {
  const { clock, firstDueAt } = dossier;
  const appointedAt = appointedInForce({ appointedAt: dossier.appointedAt, dueAt: clock.dueAt });
  const plain = (big: string, ...small: string[]): Lines => ({ big, late: false, lines: [], small });
  if (clock.state === 'none' && !isOpen(dossier))
    return plain(t('dossiers.due.never'), t('dossiers.due.never-why'));
  if (clock.state === 'none') return plain(t('dossiers.due.none'), t('dossiers.due.none-why'));
  const first = [
    ...(firstDueAt && firstDueAt !== clock.dueAt ? [firstLine(t, firstDueAt)] : []),
    ...(clock.promised && dossier.takenOver ? [promisedLine(t, firstDueAt)] : []),
  ];
  const again = appointedAt ? [t('dossiers.due.appointed', { date: longDate(t, dateOf(appointedAt)) })] : [];
  if (clock.state === 'stopped') {
    const since = t('dossiers.due.stopped-since', {
      at: clock.stoppedAt ? formatMoment(clock.stoppedAt) : '',
    });
    return { ...plain(t('dossiers.due.stopped'), ...first), lines: [since] };
  }
  if (clock.state === 'suspended') {
    const lines = [suspendedLine(t, dossier), ...remainingLines(t, dossier)];
    return { ...plain(t('dossiers.due.suspended'), ...first), lines };
  }
  if (clock.state === 'ended') return endedLines(t, dossier);
  if (!clock.dueAt) return plain(t('dossiers.due.no-limit'));
  const left = timeLeft(calendar, now, clock.dueAt);
  return {
    big: timeLeftInWords(t, left),
    late: left.late,
    lines: [longDate(t, dateOf(clock.dueAt)), ...committedLines(t, clock), ...again],
    small: first,
  };
}

/** For what it stands still, since when, and by which law where that is known. */
function suspendedLine(t: Words, dossier: Dossier): string {
  const pause = dossier.clock.pauses.at(-1);
  const at = pause ? formatMoment(pause.from) : '';
  const asked = suspendingOpinion(dossier);
  const since =
    dossier.state === 'awaiting-supplement'
      ? t('dossiers.due.suspended-for-papers', { at })
      : asked === undefined
        ? t('dossiers.due.suspended-since', { at })
        : t(asked.outside ? 'dossiers.due.suspended-for-outside' : 'dossiers.due.suspended-for-opinion', {
            ...{ at, office: asked.officeName, until: formatCivilDate(asked.answerBy) },
          });
  return pause?.basis ? `${since}. ${t('dossiers.due.basis', { basis: pause.basis })}` : since;
}

function remainingLines(t: Words, { clock: { remaining } }: Dossier): string[] {
  return remaining ? [t(`dossiers.due.remaining.${remaining.unit}`, { value: remaining.value })] : [];
}

function endedLines(t: Words, { clock, endedAt, filing, state }: Dossier): Lines {
  const big = t('dossiers.due.ended', { at: endedAt ? formatMoment(endedAt).slice(-10) : '' });
  if (!clock.dueAt || !endedAt) return { big, late: false, lines: [], small: [] };
  const unit = filing.limit?.unit ?? null;
  const judged = classOfEnded({ due: clock.dueAt, unit, ended: endedAt, withdrawn: state === 'withdrawn' });
  const was = t('dossiers.due.was', { date: longDate(t, dateOf(clock.dueAt)) });
  return { big, late: judged === 'late', lines: [t(`dossiers.due.ended-${judged}`)], small: [was] };
}

/** What the receipt promises, earlier than the law: said first by the counter. */
function committedLines(t: Words, { committedAt, dueAt }: Dossier['clock']): string[] {
  if (committedAt === null || committedAt === dueAt) return [];
  return [t('dossiers.due.committed', { date: longDate(t, dateOf(committedAt)) })];
}

function firstLine(t: Words, at: Instant): string {
  return t('dossiers.due.first', { date: formatMoment(at).slice(-10) });
}

/** Why this date: none of our rules has counted it, and none moves it. */
function promisedLine(t: Words, firstDueAt: Instant | null): string {
  return firstDueAt
    ? t('dossiers.due.promised', { date: formatMoment(firstDueAt).slice(-10) })
    : t('dossiers.due.promised-none');
}

/** Computed again from the same receipt by the same calculus. Null without a limit and while it stands still. */
export function whyView({ clock, filing, receivedAt }: Dossier, calendar: WorkCalendar): WhyView | null {
  const { countsFrom, dueAt } = clock;
  const counting = countingOf({ clock, receivedAt });
  if (!countsFrom || !dueAt || !filing.limit || !counting || clock.promised) return null;
  const due = dueDateOf(calendar, filing, counting);
  const committed = committedDateOf(calendar, filing, counting) ?? null;
  return { due, days: countedDays(due), countsFrom, committed };
}
