import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { findings, type Watching } from './rules/find.ts';
import type { LawRule } from './rules/law-rule.ts';
import type { Watched } from './rules/watched.ts';

/** 2022 with the days off of Tết Nhâm Dần (31/1 to 4/2) and a Saturday that is worked. */
export const calendar2022 = new WorkCalendar({
  days: ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04']
    .map((date) => ({ date: civilDate(date), kind: 'holiday' as const, checked: true }))
    .concat([{ date: civilDate('2022-05-07'), kind: 'swapped-work' as never, checked: true }]),
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});

export const ONE_STOP = 'one-stop';
export const SECTION = 'section';

/** In the hands of a specialist since Monday 25 July 2022, due on Friday. */
export function aWatched(change: Partial<Watched> = {}): Watched {
  return {
    id: 'd',
    seq: 4,
    agencyId: 'agency',
    intakeOfficeId: ONE_STOP,
    state: 'in-progress',
    task: 'work',
    inPlace: false,
    runs: true,
    submittedAt: null,
    receivedAt: instant('2022-07-25T08:00'),
    dueAt: instant('2022-07-29T17:00'),
    appointedAt: null,
    holderOfficeId: SECTION,
    holderAccountId: 'specialist',
    heldSince: instant('2022-07-25T10:00'),
    movedAt: instant('2022-07-25T10:00'),
    supplements: 0,
    supplementLate: false,
    askedAt: null,
    opinions: [],
    regime: '2018',
    procedureCode: '1.001612',
    ...change,
  };
}

/** At a moment, by the same hours everywhere. */
export const aWatching = (text: string, change: Partial<Watching> = {}): Watching => ({
  ...{
    calendar: calendar2022,
    holderCalendar: calendar2022,
    now: instant(text),
    stillHours: 24,
    mostSupplements: 1,
  },
  ...change,
});

/** How one rule stands at a moment: `near`, `broken`, or `kept`. */
export function standsAt(rule: LawRule, dossier: Watched, text: string, stillHours = 24): string {
  const watching = aWatching(text, { stillHours });
  return findings(dossier, watching).find((one) => one.rule === rule)?.level ?? 'kept';
}
