import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { someCalendar, someMoment } from '#kernel/working-time/testing.ts';
import { aWatched, aWatching, calendar2022 } from '../testing-watched.ts';
import { boundsAt } from './bounds.ts';
import { findings } from './find.ts';

test('on a Friday until Monday, before Tết until the first working day after it', () => {
  expect(boundsAt(calendar2022, instant('2022-07-29T08:00'), 24)).toEqual({
    until: '2022-08-01',
    receivedSince: '2022-07-22',
    movedBefore: '2022-07-28T08:00:00+07:00',
  });
  expect(boundsAt(calendar2022, instant('2022-01-28T08:00'), 24).until).toBe('2022-02-07');
});

test('whatever breaks a rule lies within the bounds, whatever the calendar', () => {
  fc.assert(
    fc.property(
      fc.record({
        calendar: someCalendar,
        moments: fc.tuple(someMoment, someMoment, someMoment),
        day: fc.integer({ min: 1, max: 28 }),
        task: fc.constantFrom('start', 'work'),
        promised: fc.boolean(),
      }),
      ({ calendar, moments, day, task, promised }) => {
        const [received, now, due] = [...moments].sort() as [Instant, Instant, Instant];
        const dossier = aWatched({
          ...{ task, receivedAt: received, movedAt: received, dueAt: due },
          appointedAt: promised ? due : null,
          opinions: [
            { order: 1, officeId: 'x', answerBy: civilDate(`2022-03-${String(day).padStart(2, '0')}`) },
          ],
        });
        const { until, receivedSince, movedBefore } = boundsAt(calendar, now, 5);
        for (const { rule, by } of findings(
          dossier,
          aWatching(now, { calendar, holderCalendar: calendar, stillHours: 5 }),
        )) {
          if (rule === 'opinion') expect(dateOf(by) <= until).toBe(true);
          if (rule === 'apology' || rule === 'new-date') expect(dateOf(due) <= until).toBe(true);
          if (rule === 'supplement') expect(dateOf(received) >= receivedSince).toBe(true);
          if (rule === 'still') expect(received < movedBefore).toBe(true);
        }
      },
    ),
  );
});
