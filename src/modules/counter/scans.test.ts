import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { listAbout } from '#modules/audit/index.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { anOrigin } from '#modules/dossiers/testing-office.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { aPicture } from '#platform/files/testing.ts';
import { deleteDraft } from './actions/delete-draft.ts';
import { acceptDraft } from './actions/finish-draft.ts';
import type { CounterDeps } from './deps.ts';
import { removeOldDrafts } from './jobs/forget-old-drafts.ts';
import { aBrowser, aCounter, aFilledForm, type Counter, type Form } from './testing.ts';

const db = await testDatabase();
const CODE = '1.001612';
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let browser: Awaited<ReturnType<typeof aBrowser>>;
let keys: string[];
let optional: string;
let caseKey: string;

beforeAll(async () => {
  counter = await aCounter(db);
  browser = await aBrowser(counter, counter.clerk);
  const { cases, papers } = await counter.procedure(CODE);
  caseKey = cases[0]?.key ?? '';
  const ofCase = papers.filter((paper) => (paper.caseKey ?? caseKey) === caseKey);
  keys = ofCase.filter((paper) => paper.required).map((paper) => paper.key);
  optional = papers.find((paper) => !keys.includes(paper.key))?.key ?? '';
});

const by = () => ({ actor: counter.clerk, origin: anOrigin() });

const filled = (change: Form = {}) => aFilledForm(keys, { case: caseKey, 'fees.0.quantity': '0', ...change });

async function rowOf(id: string) {
  return db.owner.selectFrom('counter.draft').selectAll().where('id', '=', id).executeTakeFirst();
}

const versionOf = async (id: string) => String((await rowOf(id))?.version);

/** A draft that only has to be accepted, with a scan of a paper. */
async function aDraftWithScan(paper = keys[0] ?? '') {
  const started = await browser.post(base, { code: CODE });
  const id = String(started.headers.location).slice(base.length + 1);
  const file = { field: `files.${paper}`, name: 'quét.png', bytes: aPicture() };
  await browser.upload(`${base}/${id}`, filled({ version: '1', press: 'upload' }), [file]);
  const [row] = await filesOf(id);
  return { id, fileId: row?.file_id ?? '' };
}

async function filesOf(id: string) {
  return db.owner.selectFrom('counter.draft_file').selectAll().where('draft_id', '=', id).execute();
}

async function storedFile(id: string) {
  return db.owner
    .selectFrom('documents.stored_file')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function bytesAreThere(fileId: string): Promise<boolean> {
  await counter.destroyErased();
  return counter.deps.files.exists((await storedFile(fileId)).sha256);
}

async function scansOf(number: string): Promise<string[]> {
  const read = await readDossier(counter.deps, by(), number);
  const papers = read.ok ? (read.value.dossier.personal?.papers ?? []) : [];
  return papers.flatMap((paper) => paper.files.map((file) => file.id));
}

async function countOfDossiers(): Promise<number> {
  return (await db.owner.selectFrom('dossiers.dossier').select('id').execute()).length;
}

/** Something else happens in the middle of accepting: before the dossier stands, or once it does. */
function meanwhile(when: 'before' | 'after', what: () => Promise<void>): CounterDeps {
  const { deps } = counter;
  return {
    ...deps,
    stores: {
      ...deps.stores,
      lockDraft: async (tx, draftId) => {
        if (when === 'before') await what();
        await deps.stores.lockDraft(tx, draftId);
      },
    },
    publish: async (tx, event) => {
      if (when === 'after') await what();
      await deps.publish(tx, event);
    },
  };
}

async function untilSomebodyWaits(): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db.owner);
    expect(rows).not.toEqual([]);
  });
}

describe('accepting and something else at the same moment', () => {
  test('a draft deleted before the dossier stands: no dossier, and a sentence', async () => {
    const { id, fileId } = await aDraftWithScan();
    const before = await countOfDossiers();
    const done = await acceptDraft(
      meanwhile('before', () => deleteDraft(counter.deps, by(), id).then(() => {})),
      by(),
      id,
    );
    expect(done).toMatchObject({ kind: 'problems', problems: [{ code: 'counter/not-found' }] });
    expect(await countOfDossiers()).toBe(before);
    expect(await bytesAreThere(fileId)).toBe(false);
    const late = await browser.post(`${base}/${id}/tiep-nhan`, filled({ version: '2' }));
    expect(late.statusCode).toBe(404);
    expect(late.body).toContain('Không còn nháp này');
  });

  test.each([
    ['deleting the draft', (id: string) => deleteDraft(counter.deps, by(), id).then(() => {})],
    ['the nightly removal', () => removeOldDrafts(counter.deps).then(() => {})],
  ])('%s waits for the dossier, and leaves its scans alone', async (_, removal) => {
    const { id, fileId } = await aDraftWithScan();
    await db.owner
      .updateTable('counter.draft')
      .set({ updated_at: instant('2022-06-01T08:00:00') })
      .where('id', '=', id)
      .execute();
    let removing: Promise<void> | undefined;
    const deps = meanwhile('after', async () => {
      removing = removal(id);
      await untilSomebodyWaits();
    });
    const done = await acceptDraft(deps, by(), id);
    await removing;
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    expect(await scansOf(done.dossier)).toEqual([fileId]);
    expect(await bytesAreThere(fileId)).toBe(true);
    expect(await rowOf(id)).toMatchObject({ dossier: done.dossier, sealed: null });
    expect(await filesOf(id)).toEqual([]);
  });

  test('a text and a scan that come meanwhile are neither lost nor filed unseen', async () => {
    const { id, fileId } = await aDraftWithScan();
    const file = { field: `files.${keys[0]}`, name: 'mới.png', bytes: aPicture() };
    const fromAnotherWindow = async () => {
      const sent = filled({ 'applicants.0.phone': '0900 000 111', version: await versionOf(id) });
      await browser.upload(`${base}/${id}`, { ...sent, press: 'upload' }, [file]);
    };
    const before = await countOfDossiers();
    const done = await acceptDraft(meanwhile('before', fromAnotherWindow), by(), id);
    expect(done).toMatchObject({ kind: 'problems', problems: [{ code: 'counter/changed-meanwhile' }] });
    expect(await countOfDossiers()).toBe(before);
    const again = await acceptDraft(counter.deps, by(), id);
    if (again.kind !== 'done') throw new Error(JSON.stringify(again));
    expect(await scansOf(again.dossier)).toHaveLength(2);
    expect(await bytesAreThere(fileId)).toBe(true);
  });

  test('many deletions beside many acceptances: what was accepted has its scan', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, fileId } = await aDraftWithScan();
      const press = async () =>
        browser.post(`${base}/${id}/tiep-nhan`, filled({ version: await versionOf(id) }));
      const [answer] = await Promise.all([press(), press(), browser.post(`${base}/${id}/xoa`, {})]);
      const isThere = await bytesAreThere(fileId);
      const ended = await rowOf(id);
      expect(isThere, String(answer.headers.location)).toBe(ended?.dossier != null);
      if (ended?.dossier) expect(await scansOf(ended.dossier)).toEqual([fileId]);
    }
  });
});

describe('scans nobody refers to', () => {
  test('of a paper that the filing does not name go when the dossier is accepted', async () => {
    const { id, fileId: named } = await aDraftWithScan();
    const file = { field: `files.${optional}`, name: 'thừa.png', bytes: aPicture() };
    const sent = filled({ version: await versionOf(id), press: 'upload' });
    await browser.upload(`${base}/${id}`, sent, [file]);
    const unnamed = (await filesOf(id)).find((row) => row.paper === optional)?.file_id ?? '';
    // its paper is not ticked on the page that accepts
    await browser.post(`${base}/${id}/tiep-nhan`, filled({ version: await versionOf(id) }));
    const { dossier } = (await rowOf(id)) ?? {};
    expect(await scansOf(dossier ?? '')).toEqual([named]);
    expect(await bytesAreThere(named)).toBe(true);
    expect((await storedFile(unnamed)).erased_at).not.toBeNull();
    expect(await bytesAreThere(unnamed)).toBe(false);
  });

  test('of a draft that somebody takes up again while old ones are removed stay', async () => {
    const { id, fileId } = await aDraftWithScan();
    const updated = (at: string) => ({ updated_at: instant(at) });
    const draft = (q: typeof db.owner) => q.updateTable('counter.draft').where('id', '=', id);
    await draft(db.owner).set(updated('2022-06-01T08:00:00')).execute();
    const removing = await inTransaction(db.owner, async (tx) => {
      await draft(tx).set({ page_token: null }).execute();
      const removal = removeOldDrafts(counter.deps);
      await untilSomebodyWaits();
      await draft(tx).set(updated('2022-07-25T08:00:00')).execute();
      return { removal };
    });
    expect(await removing.removal).toBe(0);
    expect(await rowOf(id)).toBeDefined();
    expect(await bytesAreThere(fileId)).toBe(true);
  });
});

describe('reads', () => {
  /** Filed with a scan, and opened again to go on. */
  async function goingOn() {
    const { id, fileId } = await aDraftWithScan();
    await browser.post(`${base}/${id}/ghi-nhan`, filled({ version: await versionOf(id) }));
    const reference = (await rowOf(id))?.dossier ?? '';
    const going = await browser.get(`${base}/tu/${reference}`);
    return { reference, fileId, draft: String(going.headers.location) };
  }
  const about = async (kind: string, id: string) =>
    (await listAbout(db.app, { kind, id }, 100)).map((entry) => [entry.action, entry.result]);

  test("a dossier's own scan in a draft is read as that dossier's, into its log", async () => {
    const { reference, fileId, draft } = await goingOn();
    const before = (await about('dossier', reference)).length;
    expect((await browser.get(`${draft}/tep/${fileId}`)).statusCode).toBe(200);
    const rows = (await about('dossier', reference)).slice(0, -before);
    expect(rows).toEqual([
      ['dossiers/read-file', 'allowed'],
      ['dossiers/read', 'allowed'],
    ]);
    await browser.get(draft);
    expect((await about('dossier', reference)).length).toBe(before + 3);
  });

  test("a draft's own scan is read into the log of the draft", async () => {
    const { id, fileId } = await aDraftWithScan();
    expect((await browser.get(`${base}/${id}/tep/${fileId}`)).statusCode).toBe(200);
    expect(await about('draft', id)).toContainEqual(['counter/read-file', 'allowed']);
  });

  test('a clerk who has moved to another counter has no draft of the old one', async () => {
    const { fileId, draft } = await goingOn();
    const elsewhere = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã Tân Nhuận Đông');
    const posts = counter.clerk.posts.map((post) => ({
      ...post,
      officeId: elsewhere.id,
      agencyId: elsewhere.agencyId,
    }));
    const moved = await aBrowser(counter, { ...counter.clerk, posts });
    expect((await moved.get(draft)).statusCode).toBe(404);
    expect((await moved.get(`${draft}/tep/${fileId}`)).statusCode).toBe(404);
    expect((await moved.get(base)).body).not.toContain('Huỳnh Thị Mỹ Duyên');
    expect((await moved.post(`${draft}/tiep-nhan`, filled({ version: '1' }))).statusCode).toBe(404);
    expect((await browser.get(draft)).statusCode).toBe(200);
  });

  test('trying out numbers leaves a trace without the number, and ends', async () => {
    const { id } = await aDraftWithScan();
    const number = '087188009';
    const find = async (n: number) =>
      browser.post(`${base}/${id}`, {
        ...filled({ 'applicants.0.id-number': `${number}${String(n).padStart(3, '0')}` }),
        version: await versionOf(id),
        press: 'find:applicants.0',
      });
    for (let n = 0; n < 60; n += 1) expect((await find(n)).statusCode).toBe(200);
    const refused = await find(60);
    expect(refused.statusCode).toBe(429);
    expect(refused.body).toContain('quá nhiều lần');
    expect(refused.body).toContain('Huỳnh Thị Mỹ Duyên');
    const rows = await listAbout(db.app, { kind: 'person', id: 'unknown' }, 100);
    expect(rows.map((row) => row.reason)).toEqual([
      'dossiers/too-many-tries',
      ...Array.from({ length: 60 }, () => 'dossiers/nobody-known'),
    ]);
    expect(JSON.stringify(rows)).not.toContain(number);
  });
});

test('drafts that go on with a dossier are found by index', async () => {
  const plan = await inTransaction(db.owner, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return sql`explain select id from counter.draft where reference = 'x'`.execute(tx);
  });
  expect(JSON.stringify(plan.rows)).toContain('draft_reference');
});
