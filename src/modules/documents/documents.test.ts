import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts';
import { type FileStore, openFileStore } from '#platform/files/file-store.ts';
import { onePixel } from '#platform/files/testing.ts';
import { openSigningKeys, type SigningKeys } from '#platform/papers/signing-keys.ts';
import { poppler, testRenderer } from '#platform/papers/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import {
  erasePapers,
  findFile,
  findPaper,
  freezePaper,
  listPapers,
  listRegisterEntries,
  nextRegisterNumber,
  type PaperDeps,
  renderPaper,
  signPaperPdf,
  signResult,
  storeFile,
  verifyPapers,
  voidPaper,
} from './index.ts';
import { samplePapers } from './testing.ts';
import { destroyErased } from './testing-destroying.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-documents-'));
const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
const random = createRandom();
const machineMs = () => Date.now();
const officeId = random.uuid(1);
const frozenAt = instant('2022-07-25T08:05:00');
const signer = {
  accountId: random.uuid(2),
  name: 'Nguyễn Văn Thành',
  title: 'Phó Chủ tịch',
  organisation: 'Ủy ban nhân dân huyện Châu Thành',
  basis: null,
};

let database: TestDatabase;
let files: FileStore;
let signingKeys: SigningKeys;
let deps: PaperDeps;
beforeAll(async () => {
  database = await testDatabase();
  files = await openFileStore(join(folder, 'files'));
  signingKeys = await openSigningKeys({
    dir: join(folder, 'keys'),
    mayMake: true,
    random,
    nowMs: machineMs,
  });
  deps = { db: database.app, renderer, files, signingKeys, machineMs };
});
afterAll(async () => {
  await renderer.close();
  rmSync(folder, { recursive: true });
});

const runDestroying = () => destroyErased(database, files);

function freezeReceipt(subjectId: string) {
  return inTransaction(database.app, (tx) =>
    freezePaper(
      tx,
      { random, machineMs },
      {
        purpose: 'receipt',
        regime: '2018',
        officeId,
        subjectId,
        number: '000.00.21.H20-220725-0001',
        content: samplePapers.receipt,
        frozenAt,
      },
    ),
  );
}

function decide(subjectId: string) {
  return inTransaction(database.app, async (tx) => {
    const series = { officeId, register: 'result', year: 2022 };
    const number = await nextRegisterNumber(tx, series);
    const paperId = await freezePaper(
      tx,
      { random, machineMs },
      {
        purpose: 'result',
        regime: '2018',
        officeId,
        subjectId,
        number: `${number}/QĐ-UBND`,
        content: { ...samplePapers.result, number: `${number}/QĐ-UBND` },
        frozenAt,
        register: { register: 'result', year: 2022, number },
      },
    );
    await signResult(tx, { random, machineMs, signingKeys }, { paperId, signer, signedAt: frozenAt });
    return paperId;
  });
}

const store = (from: Uint8Array, originalName: string) =>
  inTransaction(database.app, (tx) =>
    storeFile(tx, { random, machineMs, files }, { from, originalName, storedAt: frozenAt, accountId: null }),
  );

const failure = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code;

describe('papers', () => {
  test('the first opening keeps the bytes, later ones get the same', async () => {
    const paperId = await freezeReceipt(random.uuid(3));
    const [one, two] = await Promise.all([renderPaper(deps, paperId), renderPaper(deps, paperId)]);
    const three = await renderPaper(deps, paperId);
    if (!one.ok || !two.ok || !three.ok) throw new Error('refused');
    expect(new Set([one, two, three].map((r) => r.value.sha256)).size).toBe(1);
    expect(three.value.fileName).toBe('receipt-000.00.21.H20-220725-0001.pdf');
    expect(Buffer.from(one.value.bytes).equals(three.value.bytes)).toBe(true);
    const paper = await findPaper(database.app, paperId);
    expect(paper?.content).toEqual(samplePapers.receipt);
    expect(paper).toMatchObject({ purpose: 'receipt', regime: '2018', formNumber: '01', signedPdf: false });
  });

  test('the decision is signed with its transaction, the PDF by a job that may run twice', async () => {
    const subjectId = random.uuid(4);
    const paperId = await decide(subjectId);
    expect((await findPaper(database.app, paperId))?.signatures).toMatchObject([{ name: signer.name }]);
    await signPaperPdf(deps, paperId);
    await signPaperPdf(deps, paperId);
    const rendered = await renderPaper(deps, paperId);
    if (!rendered.ok) throw new Error('refused');
    const report = poppler('pdfsig', ['{pdf}'], rendered.value.bytes);
    expect(report.match(/Signature is Valid/g)).toHaveLength(1);
    expect(report).toContain(signer.name);
    expect(poppler('pdftotext', ['{pdf}', '-'], rendered.value.bytes)).toContain(
      'Người ký: Nguyễn Văn Thành',
    );
    expect((await listPapers(database.app, subjectId)).map((p) => p.signedPdf)).toEqual([true]);
  });

  test('a void paper keeps its number and says so; voiding twice is nothing', async () => {
    const paperId = await decide(random.uuid(5));
    const at = instant('2022-07-28T09:00:00');
    const voiding = () => inTransaction(database.app, (tx) => voidPaper(tx, paperId, at, 'taken-back'));
    expect([await voiding(), await voiding()]).toEqual([true, false]);
    expect(await findPaper(database.app, paperId)).toMatchObject({ voidAt: at, voidReason: 'taken-back' });
    const rendered = await renderPaper(deps, paperId);
    if (!rendered.ok) throw new Error('refused');
    expect(poppler('pdftotext', ['{pdf}', '-'], rendered.value.bytes)).toContain('GIẤY ĐÃ HỦY');
    const entries = await listRegisterEntries(
      database.app,
      { officeId, register: 'result', year: 2022 },
      0,
      100,
    );
    expect(entries.find((entry) => entry.paperId === paperId)).toMatchObject({ voidAt: at });
    expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, index) => index + 1));
  });

  test('an unknown paper is refused', async () => {
    expect(failure(await renderPaper(deps, random.uuid(6)))).toBe('documents/not-found');
  });
});

describe('rights of the application', () => {
  test('what a paper says can be neither changed nor deleted, nor filled twice', async () => {
    const paperId = await freezeReceipt(random.uuid(7));
    const denied = [
      sql`update documents.paper set number = 'x' where id = ${paperId}`,
      sql`update documents.paper_content set content = '{}' where paper_id = ${paperId}`,
      sql`delete from documents.paper_content where paper_id = ${paperId}`,
      sql`delete from documents.paper where id = ${paperId}`,
      sql`update documents.signature set name = 'x'`,
      sql`delete from documents.register_entry`,
      sql`update documents.stored_file set sha256 = sha256`,
      sql`update documents.template_version set file = file`,
    ];
    for (const statement of denied)
      await expect(statement.execute(database.app)).rejects.toThrow('permission denied');
    await renderPaper(deps, paperId);
    const twice = sql`update documents.paper set pdf_sha256 = ${'0'.repeat(64)} where id = ${paperId}`;
    await expect(twice.execute(database.app)).rejects.toThrow('filled once');
    const skipped = sql`update documents.register_series set last = last + 2`;
    await expect(skipped.execute(database.app)).rejects.toThrow('counts by one');
  });
});

describe('registers', () => {
  test('numbers have neither gap nor double, whoever fails in between', async () => {
    const series = { officeId: random.uuid(8), register: 'refusal', year: 2022 };
    const attempts = await Promise.allSettled(
      Array.from({ length: 24 }, (_, index) =>
        inTransaction(database.app, async (tx) => {
          const number = await nextRegisterNumber(tx, series);
          if (index % 3 === 0) throw new Error('undone');
          return number;
        }),
      ),
    );
    const given = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const nextYear = { ...series, year: 2023 };
    expect(await inTransaction(database.app, (tx) => nextRegisterNumber(tx, nextYear))).toBe(1);
  });
});

describe('stored files', () => {
  test('a scan is kept under its content with a clean name', async () => {
    const pdf = await renderer.render('2018/refusal.typ', {
      content: samplePapers.refusal,
      qr: null,
      void: false,
      signature: null,
    });
    const stored = await store(pdf, 'C:\\quét\\Giâ\u0301y \u202Etờ.exe');
    if (!stored.ok) throw new Error('refused');
    expect(stored.value).toMatchObject({ mediaType: 'application/pdf', size: pdf.length });
    expect(await findFile(database.app, stored.value.id)).toEqual(stored.value);
    expect(stored.value.originalName).toBe('Giấy tờ.exe');
    expect((await files.read(stored.value.sha256)).equals(pdf)).toBe(true);
  });

  test.each([
    ['documents/file-empty', Buffer.alloc(0)],
    ['documents/file-too-large', Buffer.alloc(21 * 1024 * 1024)],
    ['documents/file-wrong-kind', Buffer.from('#!/bin/sh')],
  ])('%s', async (code, bytes) => {
    expect(failure(await store(bytes, 'a.pdf'))).toBe(code);
  });
});

describe('verifying and erasing', () => {
  test('an altered byte is found; an erased content is not an error', async () => {
    const subjectId = random.uuid(9);
    const paperId = await decide(subjectId);
    await renderPaper(deps, paperId);
    const before = await verifyPapers(database.app, signingKeys.root);
    expect(before.wrong).toBeNull();
    expect(before.signatures).toBeGreaterThan(0);

    const alter = (from: string, to: string) =>
      sql`update documents.paper_content set content = replace(content::text, ${from}, ${to})::jsonb
          where paper_id = ${paperId}`.execute(database.owner);
    await alter('Ngọc Ẩn', 'Ngọc Ản');
    expect((await verifyPapers(database.app, signingKeys.root)).wrong).toEqual({
      paperId,
      problem: 'content',
    });
    await alter('Ngọc Ản', 'Ngọc Ẩn');

    const rename = (name: string) =>
      sql`update documents.signature set name = ${name} where paper_id = ${paperId}`.execute(database.owner);
    await rename('Ai đó');
    expect((await verifyPapers(database.app, signingKeys.root)).wrong).toEqual({
      paperId,
      problem: 'signature',
    });
    await rename(signer.name);

    const [row] = (
      await sql<{ signed: string }>`select signed_pdf_sha256 as signed from documents.paper
        where id = ${paperId}`.execute(database.app)
    ).rows;
    const at = instant('2032-01-01T08:00:00');
    await inTransaction(database.app, (tx) => erasePapers(tx, { subjectId, fileIds: [], at }));
    await runDestroying();
    expect(await files.exists(row?.signed ?? '')).toBe(false);
    expect((await findPaper(database.app, paperId))?.content).toBeNull();
    expect(failure(await renderPaper(deps, paperId))).toBe('documents/paper-erased');
    expect((await verifyPapers(database.app, signingKeys.root)).wrong).toBeNull();
  });

  test('bytes that another dossier keeps stay until it is erased too', async () => {
    const [one, other] = [await store(onePixel, 'a.png'), await store(onePixel, 'b.png')];
    if (!one.ok || !other.ok) throw new Error('not stored');
    const at = instant('2032-01-01T08:00:00');
    const erase = async (id: string) => {
      await inTransaction(database.app, (tx) =>
        erasePapers(tx, { subjectId: random.uuid(11), fileIds: [id], at }),
      );
      await runDestroying();
    };
    await erase(one.value.id);
    expect(await files.exists(one.value.sha256)).toBe(true);
    await erase(other.value.id);
    expect(await files.exists(one.value.sha256)).toBe(false);
  });

  test('a content that vanished without erasing is found', async () => {
    const paperId = await freezeReceipt(random.uuid(10));
    await sql`delete from documents.paper_content where paper_id = ${paperId}`.execute(database.owner);
    expect((await verifyPapers(database.app, signingKeys.root)).wrong).toEqual({
      paperId,
      problem: 'content',
    });
    await sql`update documents.paper set erased_at = now() where id = ${paperId}`.execute(database.owner);
  });
});
