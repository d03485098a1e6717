import fc from 'fast-check';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { insertDossiers } from '#modules/dossiers/testing-rows.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import type { ReportInterval } from './rules/standing-at.ts';

const random = createRandom();
const uuid = () => random.uuid(0);
export const [district, elsewhere] = [uuid(), uuid()];
export const [section, land, oneStop] = [uuid(), uuid(), uuid()];
export const [specialist, clerk] = [uuid(), uuid()];

const moment = (minutes: number) => instantOfMs(msOfInstant(instant('2022-07-05T00:00')) + minutes * 60_000);
/** Within twenty days from 5 July 2022. */
export const aMoment = fc.nat({ max: 60 * 24 * 20 }).map(moment);

/** A dossier as tables of reports see it. */
export const aDossier = fc
  .record({
    agencyId: fc.constantFrom(district, district, elsewhere),
    field: fc.constantFrom('Hộ tịch', 'Đất đai'),
    channel: fc.constantFrom('online', 'direct', 'post', 'home'),
    limitUnit: fc.constantFrom('gio', 'ngay_lam_viec', null),
    withdrawn: fc.boolean(),
    assisted: fc.boolean(),
    training: fc.boolean(),
    moments: fc.uniqueArray(aMoment, { minLength: 1, maxLength: 6 }),
    kinds: fc.array(fc.constantFrom('running', 'citizen', 'payment', 'other-office', 'ended'), {
      minLength: 6,
      maxLength: 6,
    }),
    dues: fc.array(fc.option(aMoment), { minLength: 6, maxLength: 6 }),
    nationals: fc.array(fc.option(aMoment), { minLength: 6, maxLength: 6 }),
    requests: fc.array(fc.nat({ max: 1 }), { minLength: 6, maxLength: 6 }),
    offices: fc.array(fc.constantFrom(section, land, oneStop), { minLength: 6, maxLength: 6 }),
    accounts: fc.array(fc.option(fc.constantFrom(specialist, clerk)), { minLength: 6, maxLength: 6 }),
  })
  .map(({ moments, kinds, dues, nationals, requests, ...dossier }) => {
    const intervals = moments.sort().map(
      (from, index): ReportInterval => ({
        from,
        kind: (index === 0 ? 'running' : kinds[index]) ?? 'running',
        dueAt: dues[index] ?? null,
        nationalDueAt: nationals[index] ?? null,
        supplements: requests.slice(0, index).reduce((sum, one) => sum + one, 0),
      }),
    );
    return { ...dossier, intervals };
  });
export type ADossier = typeof aDossier extends fc.Arbitrary<infer D> ? D : never;

/** These, and no others. */
export async function write(db: TestDatabase, dossiers: readonly ADossier[]): Promise<void> {
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
      ...{
        channel: one.channel,
        assisted: one.assisted,
        return_method: 'counter',
        clock: 'running',
        training: one.training,
      },
      ...{ limit_unit: one.limitUnit, received_at: intervals[0]?.from ?? null, ended_at: ended },
      ...{ due_at: last?.dueAt ?? null, head_seq: 0, head_hash: Buffer.alloc(32) },
      updated_at: instant('2022-07-25T08:00'),
    };
    await insertDossiers(db.owner, [columns]);
    const rows = intervals.map(({ kind, from, dueAt, nationalDueAt, supplements }, index) => ({
      ...{ dossier_id: id, seq: index + 1, kind, from_at: from, due_at: dueAt },
      ...{ national_due_at: nationalDueAt, supplements },
      office_id: kind === 'ended' ? null : one.offices[index],
      account_id: kind === 'ended' ? null : one.accounts[index],
    }));
    await db.owner.insertInto('dossiers.clock_interval').values(rows).execute();
  }
}
