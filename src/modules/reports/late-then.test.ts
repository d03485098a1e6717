import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { countChanged } from './actions/count-changed.ts';
import { classAt, intervalAt } from './rules/standing-at.ts';
import { countLate } from './store/late.ts';
import { countStanding } from './store/standing.ts';
import { type ADossier, aDossier, aMoment, district, oneStop, write } from './testing-standing.ts';

const db = await testDatabase();
const asked = { agencyIds: [district], from: civilDate('2022-07-12'), to: civilDate('2022-07-20') };
const before = instant('2022-07-11T23:59:59');
const endOfPeriod = instant('2022-07-20T23:59:59');
const past = instant('2022-07-25T00:00');

/** By the rule, one by one: `true` of what had ended. */
function expectedOf(dossiers: readonly ADossier[], last: Instant): boolean[] {
  return dossiers.flatMap((one) => {
    if (one.training || one.agencyId !== district || intervalAt(one.intervals, before)?.kind === 'ended')
      return [];
    const withdrawn = one.withdrawn && one.intervals.at(-1)?.kind === 'ended';
    const stood = classAt({ ...one, withdrawn }, one.intervals, last);
    return stood === 'late' || stood === 'overdue' ? [stood === 'late'] : [];
  });
}

const sum = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((so, { count }) => so + count, 0);

/** As the rule says it, and as the other tables of the period do. */
async function expectTheSame(dossiers: readonly ADossier[], now: Instant): Promise<void> {
  const last = now < endOfPeriod ? now : endOfPeriod;
  const counted = await countLate(db.app, asked, now);
  const found = counted.flatMap(({ ended, count }) => Array.from({ length: count }, () => ended));
  expect(found.sort()).toEqual(expectedOf(dossiers, last).sort());
  const standing = await countStanding(db.app, asked, now);
  expect(sum(counted)).toBe(sum(standing.filter((one) => ['late', 'overdue'].includes(one.class))));
}

afterEach(() => write(db, []));

test('law: late ones of a period are those of the rule as they stood at its end, counted already or not', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDossier, { maxLength: 25 }), aMoment, async (dossiers, now) => {
      await write(db, dossiers);
      await expectTheSame(dossiers, now);
      await expectTheSame(dossiers, past);
      await countChanged(db.app, [oneStop]);
      await expectTheSame(dossiers, past);
    }),
    { numRuns: 60 },
  );
});
