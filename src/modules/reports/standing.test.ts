import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { type ReportClock, reportClocks } from './rules/report-table.ts';
import { classAt, intervalAt } from './rules/standing-at.ts';
import { countStanding } from './store/standing.ts';
import { type ADossier, aDossier, aMoment, district, write } from './testing-standing.ts';

const db = await testDatabase();
const asked = { agencyIds: [district], from: civilDate('2022-07-12'), to: civilDate('2022-07-20') };

/** By the rule, one by one. */
function expectedOf(dossiers: readonly ADossier[], now: Instant, clock: ReportClock): string[] {
  const before = instant('2022-07-11T23:59:59');
  const endOfPeriod = instant('2022-07-20T23:59:59');
  const last = now < endOfPeriod ? now : endOfPeriod;
  return dossiers.flatMap((one) => {
    const received = one.intervals[0]?.from ?? last;
    if (one.training || one.agencyId !== district || received > last) return [];
    const stoodBefore = intervalAt(one.intervals, before);
    if (stoodBefore?.kind === 'ended') return [];
    const withdrawn = one.withdrawn && one.intervals.at(-1)?.kind === 'ended';
    const stood = classAt({ ...one, withdrawn }, one.intervals, last, clock);
    return [`${one.field} ${one.channel} ${one.assisted} ${stoodBefore !== undefined} ${stood}`];
  });
}

afterEach(() => write(db, []));

test('law: counts in the database are those of the rule, at whatever moment the report is made, by both clocks', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDossier, { maxLength: 25 }), aMoment, async (dossiers, now) => {
      await write(db, dossiers);
      for (const clock of reportClocks) {
        const counted = await countStanding(db.app, { ...asked, clock }, now);
        const found = counted.flatMap(({ field, channel, assisted, before, class: name, count }) =>
          Array.from({ length: count }, () => `${field} ${channel} ${assisted} ${before} ${name}`),
        );
        expect(found.sort()).toEqual(expectedOf(dossiers, now, clock).sort());
      }
    }),
    { numRuns: 60 },
  );
});
