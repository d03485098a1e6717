import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { eraseFiles, renderPaper, verifyFiles, verifyPapers } from '#modules/documents/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { checkContent } from '#platform/files/content.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { poppler, testRenderer } from '#platform/papers/testing.ts';
import { loadHalfYear } from './index.ts';
import { documentFor, inventedDocuments } from './rules/invented-documents.ts';

const db = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-half-year-'));
const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
afterAll(async () => {
  await renderer.close();
  rmSync(folder, { recursive: true });
});
const files = await openFileStore(folder);
const office = await anOfficeOfChauThanh(db);
const deps = { ...office.deps, cashKey: new Uint8Array(32), cashStores: sqlCashStores, books: sqlBookStores };
const until = instant('2022-07-25T08:00');
const tell = { lived: () => {}, loaded: () => {} };
await loadHalfYear({ ...deps, files, renderer }, db.ownerUrl, { size: 40, seed: 2022, until }, tell);

test('a result whose signed PDF nobody made is signed when it is first opened, once for all who open it', async () => {
  const { rows } = await sql<{ id: string; name: string; number: string }>`
    select p.id, p.number, s.name from documents.paper p join documents.signature s on s.paper_id = p.id
    where p.purpose = 'result' and p.void_at is null and p.signed_pdf_sha256 is null order by p.id limit 1`.execute(
    db.app,
  );
  const [result] = rows;
  if (!result) throw new Error('no result waits');
  const papers = { ...deps, files, renderer };
  const opened = await Promise.all([renderPaper(papers, result.id), renderPaper(papers, result.id)]);
  const again = await renderPaper(papers, result.id);
  const addresses = [...opened, again].map((one) => one.ok && one.value.sha256);
  expect(new Set(addresses).size).toBe(1);
  if (!again.ok) throw new Error('refused');
  const report = poppler('pdfsig', ['{pdf}'], again.value.bytes);
  expect(report.match(/Signature is Valid/g)).toHaveLength(1);
  expect(report).toContain(result.name);
  const kept = await sql<{ kept: string }>`
    select signed_pdf_sha256 as kept from documents.paper where id = ${result.id}`.execute(db.app);
  expect(kept.rows).toEqual([{ kept: again.value.sha256 }]);
  expect((await verifyPapers(db.app, deps.signingKeys.root)).wrong).toBeNull();
});

test('scans come from a pool of twenty real PDFs, marked as invented, and all of them can be opened', async () => {
  const { rows } = await sql<{ sha256: string; size: number; media_type: string }>`
    select distinct sha256, size, media_type from documents.stored_file`.execute(db.app);
  expect(inventedDocuments).toHaveLength(20);
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.length).toBeLessThanOrEqual(20);
  for (const { sha256, size, media_type } of rows) {
    const bytes = await files.read(sha256);
    expect(bytes).toHaveLength(size);
    expect(checkContent(bytes)).toEqual({ ok: true, mediaType: media_type });
    expect(poppler('pdftotext', ['{pdf}', '-'], bytes)).toContain('DỮ LIỆU MINH HỌA');
  }
  expect((await verifyFiles(db.app, files)).wrong).toBeNull();
});

test('what is erased of one dossier stays in the others', async () => {
  const { rows } = await sql<{ ids: string[]; sha256: string }>`
    select array_agg(id::text) as ids, sha256 from documents.stored_file
    group by sha256 having count(*) > 1 limit 1`.execute(db.app);
  const [shared] = rows;
  if (!shared) throw new Error('no content is shared');
  await inTransaction(db.app, (tx) => eraseFiles(tx, shared.ids.slice(0, 1), until));
  const left = await sql<{ left: number }>`
    select count(*)::int as left from documents.stored_file
    where sha256 = ${shared.sha256} and erased_at is null`.execute(db.app);
  expect(left.rows).toEqual([{ left: shared.ids.length - 1 }]);
  expect(await files.exists(shared.sha256)).toBe(true);
});

test('a paper is given the document that its name asks for', () => {
  expect(documentFor('Giấy chứng sinh (bản chính)').title).toBe('Giấy chứng sinh');
  expect(documentFor('Tờ khai đăng ký kết hôn').title).toBe('Tờ khai');
  expect(documentFor('Ảnh 3x4').title).toBe('Giấy tờ kèm theo');
});
