import { addDays, type CivilDate, daysBetween, weekday } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';

/** `counted` days carry their number; the due day is the counted day on which the result is promised. */
export type DayMark = 'received' | 'counted' | 'off' | 'stopped' | 'due';

export interface DayView {
  readonly date: CivilDate;
  readonly mark: DayMark;
  /** Which day of the limit it is. */
  readonly number?: number | undefined;
}

interface DaysGridProps {
  readonly t: Words;
  /** Ascending, without gaps, from receipt to due day. */
  readonly days: readonly DayView[];
  readonly today?: CivilDate | undefined;
  /** For a narrow column: the month only where it changes. */
  readonly compact?: boolean | undefined;
  /** Says why, for those who hear the table. */
  readonly caption?: string | undefined;
}

const marks: Record<DayMark, string> = {
  received: 'recv',
  counted: 'count',
  off: 'off',
  stopped: 'stop',
  due: 'due',
};
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A real week grid, Monday to Sunday: how the due date was counted. */
export function DaysGrid({ t, days, today, caption, compact }: DaysGridProps) {
  return (
    <table class={compact ? 'days compact' : 'days'}>
      <caption class="ds-sr-only">{caption ?? t('ui.days.caption')}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th scope="col">
              <abbr title={t(`ui.weekday.${day}`)}>{t(`ui.weekday-short.${day}`)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr>
            {week.map((day) =>
              day ? <DayCell t={t} day={day} today={today} first={isFirst(day, days)} /> : <td />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone the month is shown only where it changes, on receipt and on the due day. */
function isFirst(day: DayView, days: readonly DayView[]): boolean {
  return day === days[0] || day.date.endsWith('-01');
}

interface DayCellProps {
  readonly t: Words;
  readonly day: DayView;
  readonly today: CivilDate | undefined;
  readonly first: boolean;
}

function DayCell({ t, day, today, first }: DayCellProps) {
  const isToday = day.date === today;
  const classes = [marks[day.mark], first ? 'first' : '', isToday ? 'now' : ''].filter(Boolean).join(' ');
  return (
    <td class={classes} aria-current={isToday ? 'date' : undefined}>
      <span class="d">
        {day.date.slice(8, 10)}
        <span class="m">/{day.date.slice(5, 7)}</span>
      </span>
      {day.mark === 'counted' || day.mark === 'due' ? (
        <b>
          {day.number ?? t('ui.days.due-word')}
          {day.mark === 'due' && day.number !== undefined ? (
            <span class="ds-sr-only"> {t('ui.days.due-word')}</span>
          ) : null}
        </b>
      ) : (
        <i>{t(`ui.days.${day.mark}`)}</i>
      )}
    </td>
  );
}

function weeksOf(days: readonly DayView[]): (DayView | undefined)[][] {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  const byDate = new Map(days.map((day) => [day.date, day]));
  const monday = addDays(first.date, 1 - weekday(first.date));
  const weeks = Math.floor(daysBetween(monday, last.date) / 7) + 1;
  return Array.from({ length: weeks }, (_, week) =>
    weekdays.map((day) => byDate.get(addDays(monday, week * 7 + day - 1))),
  );
}

interface DaysLegendProps {
  readonly t: Words;
  readonly days: readonly DayView[];
  /** Why it was stopped: `chờ nộp thuế`. */
  readonly stoppedWhy?: string | undefined;
  readonly today?: CivilDate | undefined;
}

/** Only the marks that occur in the grid. */
export function DaysLegend({ t, days, stoppedWhy, today }: DaysLegendProps) {
  const has = (mark: DayMark) => days.some((day) => day.mark === mark);
  return (
    <ul class="legend">
      {has('counted') ? <li class="count">{t('ui.days.legend-counted')}</li> : null}
      {has('off') ? <li class="off">{t('ui.days.legend-off')}</li> : null}
      {has('stopped') ? (
        <li class="stop">
          {stoppedWhy ? t('ui.days.legend-stopped-why', { why: stoppedWhy }) : t('ui.days.legend-stopped')}
        </li>
      ) : null}
      {has('due') ? <li class="due">{t('ui.days.legend-due')}</li> : null}
      {today && days.some((day) => day.date === today) ? (
        <li class="now">{t('ui.days.legend-today')}</li>
      ) : null}
    </ul>
  );
}
