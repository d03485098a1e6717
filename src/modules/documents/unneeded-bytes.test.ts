import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { addressOf, type FileStore, openFileStore } from '#platform/files/file-store.ts';
import { aPicture } from '#platform/files/testing.ts';
import { openSigningKeys } from '#platform/papers/signing-keys.ts';
import { createRandom } from '#platform/random/random.ts';
import {
  eraseFiles,
  erasePapers,
  findFile,
  freezePaper,
  type PaperDeps,
  renderPaper,
  storeFile,
  sweepFiles,
} from './index.ts';
import { samplePapers } from './testing.ts';
import { destroyErased } from './testing-destroying.ts';

const db = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-unneeded-bytes-'));
const random = createRandom();
const machineMs = () => Date.now();
const at = instant('2022-07-25T08:05:00');
const HOUR = 3_600_000;
let files: FileStore;
let deps: PaperDeps;

beforeAll(async () => {
  files = await openFileStore(folder);
  deps = {
    db: db.app,
    files,
    signingKeys: await openSigningKeys({
      dir: mkdtempSync(join(tmpdir(), 'k-')),
      mayMake: true,
      random,
      nowMs: machineMs,
    }),
    machineMs,
    renderer: {
      // no two drawings are alike, as no two signed ones are
      render: async () => Buffer.from(`%PDF-1.7 ${random.uuid(machineMs())}`),
      pid: () => undefined,
      close: async () => {},
    },
  };
});

const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const age = (path: string, hours: number) => {
  const then = (Date.now() - hours * HOUR) / 1000;
  utimesSync(path, then, then);
};
const onDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

async function store(bytes: Uint8Array): Promise<string> {
  const stored = await inTransaction(db.app, (tx) =>
    storeFile(
      tx,
      { random, machineMs, files },
      { from: bytes, originalName: 'a.png', storedAt: at, accountId: null },
    ),
  );
  if (!stored.ok) throw new Error(stored.refusal.code);
  return stored.value.id;
}

function freeze(subjectId: string): Promise<string> {
  return inTransaction(db.app, (tx) =>
    freezePaper(
      tx,
      { random, machineMs },
      {
        purpose: 'receipt',
        regime: '2018',
        officeId: random.uuid(1),
        subjectId,
        number: '000.00.21.H20-220725-0001',
        content: samplePapers.receipt,
        frozenAt: at,
      },
    ),
  );
}

const sweep = () =>
  sweepFiles({ db: db.app, files, machineClock: { nowMs: machineMs } }).run({}, { jobId: '1', attempt: 1 });

describe('a drawing', () => {
  test('of many openings at the same moment one is kept, and nothing else lies on disk', async () => {
    const paperId = await freeze(random.uuid(2));
    const before = onDisk();
    const opened = await Promise.all(Array.from({ length: 5 }, () => renderPaper(deps, paperId)));
    expect(new Set(opened.map((one) => one.ok && one.value.sha256)).size).toBe(1);
    expect(onDisk()).toBe(before + 1);
  });

  test('of a paper that is erased while it is drawn is not kept', async () => {
    const subjectId = random.uuid(3);
    const paperId = await freeze(subjectId);
    const before = onDisk();
    const { renderer } = deps;
    const erasing = {
      ...renderer,
      render: async (...args: Parameters<typeof renderer.render>) => {
        await inTransaction(db.app, (tx) => erasePapers(tx, { subjectId, at }));
        return renderer.render(...args);
      },
    };
    expect(await renderPaper({ ...deps, renderer: erasing }, paperId)).toMatchObject({
      refusal: { code: 'documents/paper-erased' },
    });
    expect(onDisk()).toBe(before);
  });
});

describe('the nightly sweep', () => {
  test('destroys what no row needs, once it is a day old', async () => {
    const picture = aPicture();
    const undone = inTransaction(db.app, async (tx) => {
      await storeFile(
        tx,
        { random, machineMs, files },
        { from: picture, originalName: 'a.png', storedAt: at, accountId: null },
      );
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const orphan = addressOf(picture);
    age(pathOf(orphan), 23);
    await sweep();
    expect(await files.exists(orphan)).toBe(true);
    age(pathOf(orphan), 25);
    await sweep();
    await sweep();
    expect(await files.exists(orphan)).toBe(false);
  });

  test('leaves what a scan or a paper needs, however old, and what does not belong to it', async () => {
    const scan = aPicture();
    await store(scan);
    const opened = await renderPaper(deps, await freeze(random.uuid(4)));
    if (!opened.ok) throw new Error(opened.refusal.code);
    const needed = [addressOf(scan), opened.value.sha256];
    for (const sha256 of needed) age(pathOf(sha256), 24 * 400);
    const foreign = join(folder, 'ghi-chú.txt');
    writeFileSync(foreign, 'của người quản trị');
    age(foreign, 24 * 400);
    await sweep();
    for (const sha256 of needed) expect(await files.exists(sha256)).toBe(true);
    expect(readdirSync(folder)).toContain('ghi-chú.txt');
  });

  test('waits for somebody who is about to need the same bytes, and leaves them', async () => {
    const picture = aPicture();
    const { sha256 } = await files.put(picture);
    age(pathOf(sha256), 48);
    const kept = await inTransaction(db.app, async (tx) => {
      const stored = await storeFile(
        tx,
        { random, machineMs, files },
        { from: picture, originalName: 'a.png', storedAt: at, accountId: null },
      );
      const sweeping = sweep();
      await vi.waitFor(async () => {
        const { rows } = await sql`select 1 from pg_stat_activity
          where datname = current_database() and wait_event = 'advisory'`.execute(db.owner);
        expect(rows).not.toEqual([]);
      });
      return { id: stored.ok ? stored.value.id : '', sweeping };
    });
    await kept.sweeping;
    expect(await files.exists(sha256)).toBe(true);
    await inTransaction(db.app, (tx) => eraseFiles(tx, [kept.id], at));
    await destroyErased(db, files);
    expect(await files.exists(sha256)).toBe(false);
    expect(await findFile(db.app, kept.id)).toMatchObject({ originalName: null, erasedAt: at });
  });

  test('removes what a power cut left half-written', async () => {
    const { sha256 } = await files.put(aPicture());
    const half = `${pathOf(sha256)}.0123456789ab.part`;
    writeFileSync(half, 'nửa chừng');
    age(half, 25);
    await sweep();
    expect(readdirSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([sha256]);
  });
});

test('who needs a content is found by index, not by reading every paper', async () => {
  const plan = await db.owner.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select 1 from documents.paper
      where erased_at is null and (pdf_sha256 = ${'0'.repeat(64)} or signed_pdf_sha256 = ${'0'.repeat(64)})`.execute(
      tx,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('paper_pdf');
  expect(plan).toContain('paper_signed_pdf');
  expect(plan).not.toContain('Seq Scan');
});
