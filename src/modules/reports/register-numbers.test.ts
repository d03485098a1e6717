import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { insertDossiers } from '#modules/dossiers/testing-rows.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { countRegister } from './store/register-numbers.ts';

const db = await testDatabase();
const random = createRandom();
const uuid = () => random.uuid(0);
const [district, commune, office] = [uuid(), uuid(), uuid()];

afterEach(() => db.owner.deleteFrom('dossiers.dossier').execute());

const moment = (minutes: number) => instantOfMs(msOfInstant(instant('2022-06-28T00:00')) + minutes * 60_000);
const aMoment = fc.nat({ max: 60 * 24 * 6 }).map(moment);
const aDay = fc.nat({ max: 7 }).map((days) => addDays(civilDate('2022-06-27'), days));
const aDossier = fc.record({
  agencyId: fc.constantFrom(district, commune),
  receivedAt: fc.option(aMoment),
  state: fc.constantFrom('in-progress', 'decided', 'not-accepted', 'withdrawn'),
  numbered: fc.constantFrom(true, true, false),
  training: fc.constantFrom(false, false, true),
});
type ADossier = typeof aDossier extends fc.Arbitrary<infer D> ? D : never;

function rowOf({ agencyId, receivedAt, state, numbered, training }: ADossier) {
  const id = uuid();
  const reference = training ? `THU-${id}` : uuid();
  const given = training ? reference : id; // the number of training is its reference
  return {
    ...{
      id,
      reference,
      number: numbered ? given : null,
      regime: '2018',
      task: 'none',
    },
    ...{ state, agency_id: agencyId, field: 'x', channel: 'direct', assisted: false, training },
    ...{ intake_office_id: office, return_office_id: office, procedure_version_id: office },
    ...{ procedure_code: '1.001612', procedure_name: 'x', return_method: 'counter', clock: 'running' },
    ...{ received_at: receivedAt, head_seq: 0, head_hash: Buffer.alloc(32), updated_at: moment(0) },
  };
}

function expected(dossiers: readonly ADossier[], from: CivilDate, to: CivilDate, now: Instant) {
  const numbers = dossiers.filter(
    ({ agencyId, receivedAt: at, numbered, training }) =>
      agencyId === district &&
      numbered &&
      !training &&
      at !== null &&
      dateOf(at) >= from &&
      dateOf(at) <= to &&
      at <= now,
  );
  return {
    numbers: numbers.length,
    annulled: numbers.filter(({ state }) => state === 'not-accepted').length,
  };
}

test('the registers are counted as one would count them row by row', async () => {
  const some = fc.array(aDossier, { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(some, aDay, aDay, aMoment, async (dossiers, from, to, now) => {
      await db.owner.deleteFrom('dossiers.dossier').execute();
      await insertDossiers(db.owner, dossiers.map(rowOf));
      const counted = await countRegister(db.app, { agencyIds: [district], from, to }, now);
      expect(counted).toEqual(expected(dossiers, from, to, now));
    }),
    { numRuns: 60 },
  );
});
