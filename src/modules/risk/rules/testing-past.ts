import { civilDate, civilDateOfDayNumber, dayNumber } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import { addOfficeMinutes } from '#kernel/working-time/office-minutes.ts';
import { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Case } from './case.ts';
import type { Past } from './fit.ts';
import { officeAxis } from './office-axis.ts';
import { seeded } from './scores.ts';

export const calendar = new WorkCalendar({
  days: [],
  knownFrom: civilDate('2022-01-01'),
  knownUntil: civilDate('2022-12-31'),
});
const FIRST = dayNumber(instant('2022-01-03T00:00'));
const DAY = 480;

/**
 * An invented office: quick and slow procedures, three steps, a slow section in each fifth dossier of one field.
 * Whoever begins late goes on being late.
 */
export function anInventedPast(
  size: number,
  seed: number,
  until: Instant = instant('2022-07-25T08:00'),
): Past {
  const next = seeded(seed);
  const cases: Case[] = [];
  for (let n = 0; n < size; n += 1) {
    const land = next() < 0.3;
    const days = land ? 10 + Math.floor(next() * 3) * 5 : 2 + Math.floor(next() * 3);
    const day = civilDateOfDayNumber(FIRST + Math.floor(next() * 200));
    const receivedAt = addOfficeMinutes(calendar, instant(`${day}T08:00`), Math.floor(next() * 400));
    const { due } = dueDate(calendar, {
      received: receivedAt,
      limit: { value: days, unit: 'ngay_lam_viec' },
      pauses: [],
    });
    const late = next() < (land ? 0.12 : 0.02);
    const pace = late ? 1.1 + next() * 0.8 : next() < 0.1 ? 0.88 + next() * 0.1 : 0.05 + next() * 0.36;
    const at = (part: number) =>
      addOfficeMinutes(calendar, receivedAt, Math.round(days * DAY * pace * part) + 1);
    const [taken, appraised, ended] = [at(0.02), at(0.7), at(1)];
    const known = (moment: Instant) => (moment <= until ? moment : null);
    if (receivedAt > until) continue;
    const office = land ? 'Đất đai' : 'Tư pháp';
    cases.push({
      ...{ of: String(n), procedure: `${office} ${days}`, field: office, hours: '', receivedAt, dueAt: due },
      ...{ endedAt: known(ended), brokenOffAt: null, pauses: [], reappointedAt: null, dueMoved: [] },
      holders: [
        { from: receivedAt, who: null },
        { from: taken, who: `${office} ${n % 3}` },
      ],
      passages: [
        { step: 'tiep-nhan', office: 'Một cửa', from: receivedAt, to: known(taken) },
        { step: 'thu-ly', office, from: taken, to: known(appraised) },
        { step: 'ky', office: 'Lãnh đạo', from: appraised, to: known(ended) },
      ].filter(({ from }) => from <= until),
    });
  }
  const axis = officeAxis(calendar, instant('2022-01-01T00:00'));
  return { cases, axisOf: () => axis, each: 1, counts: (on) => calendar.counts(dayNumber(on)) };
}
