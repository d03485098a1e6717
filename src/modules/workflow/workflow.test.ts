import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { findProcedure, listProcedures, loadCatalogue, type Procedure } from '#modules/catalogue/index.ts';
import { seedCatalogue } from '#modules/catalogue/testing.ts';
import { type OrganisationFile, organisationFile } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { getProcess, loadWorkflow, type ProcessAnswer, processFor, type Step } from './index.ts';
import { seedWorkflow } from './testing.ts';

const on = civilDate('2022-07-25');
const db = await testDatabase();

const load = (data = seedWorkflow()) => inTransaction(db.owner, (tx) => loadWorkflow(tx, data));
beforeAll(async () => {
  await inTransaction(db.owner, (tx) => loadCatalogue(tx, seedCatalogue()));
  await load();
});

async function procedure(code: string, day: CivilDate = on): Promise<Procedure> {
  const found = await findProcedure(db.app, code, day);
  if (!found) throw new Error(code);
  return found;
}

describe('who handles what, by which process', () => {
  test('a birth at the commune: the same day, by Tư pháp, signed by the leadership', async () => {
    const answer = await processFor(db.app, await procedure('1.001193'), on, { level: 'xa' });
    expect([answer.process.key, answer.sectionKey, answer.outsideKey]).toEqual(['same-day', 'tu-phap', null]);
    expect(answer.process.steps.map((step) => [step.kind, step.role, step.office])).toEqual([
      ['reception', 'reception-officer', 'one-stop'],
      ['handle', 'specialist', 'section'],
      ['sign', 'signing-leader', 'leadership'],
      ['return', 'result-clerk', 'one-stop'],
    ]);
  });

  test('a household business: by its section, whose head signs', async () => {
    const answer = await processFor(db.app, await procedure('1.001612'), on, { level: 'huyen' });
    expect([answer.process.key, answer.sectionKey]).toEqual(['simple', 'tai-chinh-ke-hoach']);
    expect(answer.process.steps.find((step) => step.kind === 'sign')?.office).toBe('section');
  });

  test('a transfer of land: by the land registry, which asks the tax office', async () => {
    const answer = await processFor(db.app, await procedure('1.013831'), on, { level: 'huyen' });
    expect([answer.process.key, answer.sectionKey, answer.outsideKey]).toEqual([
      'connected',
      'dat-dai',
      'thue',
    ]);
  });

  test('the regime follows from the day', async () => {
    const later = civilDate('2025-07-01');
    const answer = await processFor(db.app, await procedure('1.001193', later), later, { level: 'xa' });
    expect(answer.sectionKey).toBe('van-phong');
  });

  test('what no level handles is a bug, said loudly', async () => {
    const asked = processFor(db.app, await procedure('1.001193'), on, { level: 'tinh' });
    await expect(asked).rejects.toThrow('no section');
  });
});

test('all 34 fields stand in all three models', () => {
  const fields = [...new Set(seedCatalogue().procedures.map((one) => one.field))].sort();
  expect(fields.length).toBe(34);
  for (const model of seedWorkflow().models) expect(Object.keys(model.fields).sort()).toEqual(fields);
});

test('a changed process is a new version; the old one stays for its dossiers', async () => {
  const before = await processFor(db.app, await procedure('1.004837'), on, { level: 'xa' });
  const data = seedWorkflow();
  const processes = data.processes.map((one) => ({ ...one, basis: `${one.basis}.` }));
  await load({ ...data, processes });
  const after = await processFor(db.app, await procedure('1.004837'), on, { level: 'xa' });
  expect(after.process.versionId).not.toBe(before.process.versionId);
  expect(await getProcess(db.app, before.process.versionId)).toEqual(before.process);
  await load();
  expect(await processFor(db.app, await procedure('1.004837'), on, { level: 'xa' })).toEqual(before);
});

test('shares that do not sum to 1 are refused', async () => {
  const data = seedWorkflow();
  const [first, ...rest] = data.processes;
  if (!first) throw new Error('no data');
  const broken = { ...first, steps: first.steps.slice(1) };
  await expect(load({ ...data, processes: [broken, ...rest] })).rejects.toThrow('sum to 1');
});

describe('every procedure in every agency of the two demo organisations', () => {
  const days = {
    'chau-thanh-2022': ['2018-01-01', '2022-07-25', '2025-06-30'],
    'ba-xa-2025': ['2025-07-01', '2026-11-24'],
  };

  test.each(Object.entries(days))('%s', async (name, dates) => {
    const file = organisationFile.parse(
      JSON.parse(readFileSync(`db/seeds/organisations/${name}.json`, 'utf8')),
    );
    const met = new Set<string>();
    for (const day of dates.map(civilDate)) {
      for (const level of new Set(file.agencies.map((agency) => agency.level))) {
        for (const one of await listProcedures(db.app, { on: day, level })) {
          met.add(one.code);
          const answer = await processFor(db.app, one, day, { level });
          expect(answer.process.steps.reduce((sum, step) => sum + step.share, 0)).toBeCloseTo(1, 9);
          for (const agency of file.agencies.filter((each) => each.level === level)) {
            expect(unheldSteps(file, agency, answer, day), `${one.code} ${one.name}: ${agency.name}`).toEqual(
              [],
            );
          }
        }
      }
    }
    expect(met.size).toBeGreaterThan(90);
  });
});

type Agency = OrganisationFile['agencies'][number];

/** Steps whose office is not there, or whose role nobody holds there on that day. */
function unheldSteps(
  file: OrganisationFile,
  agency: Agency,
  answer: ProcessAnswer,
  day: CivilDate,
): string[] {
  return answer.process.steps
    .filter((step) => !isHeld(file, agency, answer, step, day))
    .map((step) => step.code);
}

function isHeld(
  file: OrganisationFile,
  agency: Agency,
  answer: ProcessAnswer,
  step: Step,
  day: CivilDate,
): boolean {
  const wanted = step.office === 'outside' ? answer.outsideKey : answer.sectionKey;
  const agencies = step.office === 'outside' ? [agency, ...file.agencies] : [agency];
  return agencies.some((one) => {
    const key = officeKey(one, step.office, wanted);
    return one.people.some((person) =>
      person.posts.some(
        (post) =>
          post.office === key &&
          post.role === step.role &&
          post.from <= day &&
          (post.to === null || day <= post.to),
      ),
    );
  });
}

function officeKey(agency: Agency, where: Step['office'], wanted: string | null): string | undefined {
  if (where === 'one-stop') return agency.oneStop.key;
  if (where === 'leadership') return agency.leadership.key;
  return agency.offices.find(
    (office) => office.sectionKey === wanted && (where === 'section' || office.kind === 'outside'),
  )?.key;
}

test('the programs cannot change processes or sections', async () => {
  await expect(db.app.deleteFrom('workflow.handling').execute()).rejects.toThrow('permission denied');
});
