import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import type { FilingInput } from './actions/prepare-filing.ts';
import { readDossier } from './actions/read-dossier.ts';
import { submitOnline } from './actions/submit-online.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh, anOrigin, type Office } from './testing-office.ts';

const db = await testDatabase();
let office: Office;
let oneStop: OfficeInForce;
let clerk: Actor;
let filing: FilingInput & { readonly draftId: string };

beforeAll(async () => {
  office = await anOfficeOfChauThanh(db);
  oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  clerk = await office.actorOf(oneStop, 'reception-officer');
});

async function submission(change: Partial<FilingInput> = {}) {
  const input = aFilingInput(await office.procedure('1.001612'), oneStop, { channel: 'online', ...change });
  filing = { ...input, draftId: office.deps.random.uuid(office.deps.machineMs()) };
  return { origin: anOrigin(), key: office.deps.random.uuid(office.deps.machineMs()), input: filing };
}

test('a person without account files online; it waits for review with a reference that cannot be guessed', async () => {
  const done = await submitOnline(office.deps, await submission());
  if (!done.ok) throw new Error(done.refusal.code);
  expect(done.value.number).not.toMatch(/220725/);
  const read = await readDossier(office.deps, { actor: clerk, origin: anOrigin() }, done.value.number);
  expect(read).toMatchObject({
    value: { dossier: { state: 'submitted', number: null, filing: { channel: 'online', assisted: false } } },
  });
  expect(read.ok && read.value.events[0]?.by).toEqual({
    accountId: null,
    officeId: null,
    name: '',
    officeName: '',
  });
});

test('the same press, and another press of the same draft, are one dossier', async () => {
  const first = await submission();
  const all = await Promise.all([
    submitOnline(office.deps, first),
    submitOnline(office.deps, first),
    submitOnline(office.deps, { ...first, key: office.deps.random.uuid(office.deps.machineMs()) }),
  ]);
  expect(new Set(all.map((done) => done.ok && done.value.number)).size).toBe(1);
});

test('the clerk accepts it: now it has a number, and the applicant’s moment stays in its history', async () => {
  const done = await submitOnline(office.deps, await submission());
  if (!done.ok) throw new Error(done.refusal.code);
  const accepting = {
    ...aBeginPress(clerk, { ...filing, draftId: null }),
    existing: { number: done.value.number, seenSeq: 1 },
  };
  const taken = await accept(office.deps, accepting);
  expect(taken).toMatchObject({ ok: true, value: { number: expect.stringMatching(/-220725-\d{4}$/) } });
});

test('refused with a sentence: another channel, a procedure received elsewhere', async () => {
  expect(await submitOnline(office.deps, await submission({ channel: 'direct' }))).toMatchObject({
    refusal: { code: 'dossiers/online-only' },
  });
  const elsewhere = await office.procedure('1.001193');
  const input = { ...(await submission()).input, procedureVersionId: elsewhere.versionId };
  expect(await submitOnline(office.deps, { ...(await submission()), input })).toMatchObject({
    refusal: { code: expect.stringContaining('catalogue/') },
  });
});

test('refused with a sentence: an office or a procedure that is unknown, closed, or no one-stop', async () => {
  const unknown = office.deps.random.uuid(office.deps.machineMs());
  const code = async (change: Partial<FilingInput>) => {
    const done = await submitOnline(office.deps, await submission(change));
    return done.ok ? 'done' : done.refusal.code;
  };
  expect(await code({ oneStopId: unknown })).toBe('dossiers/office-closed');
  expect(await code({ oneStopId: oneStop.agencyId })).toBe('dossiers/office-closed');
  expect(await code({ procedureVersionId: unknown })).toBe('dossiers/procedure-unknown');
  office.setClock('2025-07-02T08:00:00');
  expect(await code({})).toBe('dossiers/office-closed');
  office.setClock('2022-07-25T08:00:00');
  expect(await code({})).toBe('done');
});

test('a key that was used for another draft does not answer with its dossier', async () => {
  const first = await submission();
  expect(await submitOnline(office.deps, first)).toMatchObject({ ok: true });
  const other = { ...(await submission()), key: first.key };
  expect(await submitOnline(office.deps, other)).toMatchObject({
    refusal: { code: 'dossiers/press-used' },
  });
});
