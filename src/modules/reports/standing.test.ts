import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { classAt, intervalAt, type ReportInterval } from './rules/standing-at.ts';
import { countStanding } from './store/standing.ts';

const db = await testDatabase();
const random = createRandom();
const uuid = () => random.uuid(0);
const [district, elsewhere] = [uuid(), uuid()];
const asked = { agencyIds: [district], from: civilDate('2022-07-12'), to: civilDate('2022-07-20') };

const moment = (minutes: number) => instantOfMs(msOfInstant(instant('2022-07-05T00:00')) + minutes * 60_000);
const aMoment = fc.nat({ max: 60 * 24 * 20 }).map(moment);

const aDossier = fc
  .record({
    agencyId: fc.constantFrom(district, district, elsewhere),
    field: fc.constantFrom('Hộ tịch', 'Đất đai'),
    channel: fc.constantFrom('online', 'direct', 'post', 'home'),
    limitUnit: fc.constantFrom('gio', 'ngay_lam_viec', null),
    withdrawn: fc.boolean(),
    training: fc.boolean(),
    moments: fc.uniqueArray(aMoment, { minLength: 1, maxLength: 6 }),
    kinds: fc.array(fc.constantFrom('running', 'citizen', 'payment', 'other-office', 'ended'), {
      minLength: 6,
      maxLength: 6,
    }),
    dues: fc.array(fc.option(aMoment), { minLength: 6, maxLength: 6 }),
  })
  .map(({ moments, kinds, dues, ...dossier }) => {
    const intervals = moments.sort().map(
      (from, index): ReportInterval => ({
        from,
        kind: (index === 0 ? 'running' : kinds[index]) ?? 'running',
        dueAt: dues[index] ?? null,
      }),
    );
    return { ...dossier, intervals };
  });
type ADossier = typeof aDossier extends fc.Arbitrary<infer D> ? D : never;

async function write(dossiers: readonly ADossier[]): Promise<void> {
  await db.owner.deleteFrom('dossiers.clock_interval').execute();
  await db.owner.deleteFrom('dossiers.dossier').execute();
  for (const { intervals, ...one } of dossiers) {
    const [id, last] = [uuid(), intervals.at(-1)];
    const ended = last?.kind === 'ended' ? last.from : null;
    const state = ended === null ? 'in-progress' : one.withdrawn ? 'withdrawn' : 'decided';
    const columns = {
      ...{ id, reference: one.training ? `THU-${id}` : id, regime: '2018', task: 'none', state },
      ...{ agency_id: one.agencyId, intake_office_id: uuid(), return_office_id: uuid() },
      ...{ procedure_version_id: uuid(), procedure_code: '1.001612', procedure_name: 'x', field: one.field },
      ...{ channel: one.channel, return_method: 'counter', clock: 'running', training: one.training },
      ...{ limit_unit: one.limitUnit, received_at: intervals[0]?.from ?? null, ended_at: ended },
      ...{ due_at: last?.dueAt ?? null, head_seq: 0, head_hash: Buffer.alloc(32) },
      updated_at: instant('2022-07-25T08:00'),
    };
    await db.owner.insertInto('dossiers.dossier').values(columns).execute();
    const rows = intervals.map(({ kind, from, dueAt }, index) => ({
      ...{ dossier_id: id, seq: index + 1, kind, from_at: from, due_at: dueAt },
    }));
    await db.owner.insertInto('dossiers.clock_interval').values(rows).execute();
  }
}

/** By the rule, one by one. */
function expectedOf(dossiers: readonly ADossier[], now: Instant): string[] {
  const before = instant('2022-07-11T23:59:59');
  const endOfPeriod = instant('2022-07-20T23:59:59');
  const last = now < endOfPeriod ? now : endOfPeriod;
  return dossiers.flatMap((one) => {
    const received = one.intervals[0]?.from ?? last;
    if (one.training || one.agencyId !== district || received > last) return [];
    const stoodBefore = intervalAt(one.intervals, before);
    if (stoodBefore?.kind === 'ended') return [];
    const withdrawn = one.withdrawn && one.intervals.at(-1)?.kind === 'ended';
    const stood = classAt({ ...one, withdrawn }, one.intervals, last);
    return [`${one.field} ${one.channel} ${stoodBefore !== undefined} ${stood}`];
  });
}

afterEach(() => write([]));

test('law: counts in the database are those of the rule, at whatever moment the report is made', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDossier, { maxLength: 25 }), aMoment, async (dossiers, now) => {
      await write(dossiers);
      const counted = await countStanding(db.app, asked, now);
      const found = counted.flatMap(({ field, channel, before, class: name, count }) =>
        Array.from({ length: count }, () => `${field} ${channel} ${before} ${name}`),
      );
      expect(found.sort()).toEqual(expectedOf(dossiers, now).sort());
    }),
    { numRuns: 60 },
  );
});
