import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { createPool } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { testRenderer } from '#platform/papers/testing.ts';
import { yearTables } from './actions/memory-player.ts';
import { type HalfYearProgress, loadHalfYear } from './index.ts';

const db = await testDatabase();
const pool = createPool({ connectionString: db.ownerUrl, max: 1 });
const folder = mkdtempSync(join(tmpdir(), 'motcua-break-off-'));
const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
afterAll(async () => {
  await renderer.close();
  await pool.end();
  rmSync(folder, { recursive: true });
});
const files = await openFileStore(folder);
const office = await anOfficeOfChauThanh(db);
const cashKey = new Uint8Array(32);
const deps = { ...office.deps, cashKey, cashStores: sqlCashStores, books: sqlBookStores, files, renderer };
const until = instant('2022-07-25T08:00');
const A_SECOND = 1_000;
const SLOW = 120_000;

/** Asks for the end as a signal does, from outside the work that goes on; answers how long it was obeyed after. */
async function brokenOff(size: number, when: (stop: () => void) => HalfYearProgress): Promise<number> {
  const controller = new AbortController();
  let asked = 0;
  const stop = () => {
    if (asked > 0) return;
    asked = performance.now();
    setTimeout(() => controller.abort());
  };
  const wanted = { size, seed: 2022, until, stop: controller.signal };
  await expect(loadHalfYear(deps, db.ownerUrl, wanted, when(stop))).rejects.toThrow();
  expect(controller.signal.aborted).toBe(true);
  return performance.now() - asked;
}

async function rowsThere(): Promise<number> {
  const counts = yearTables
    .filter((table) => table !== 'audit.entry')
    .map((table) => `(select count(*) from ${table})`);
  const { rows } = await pool.query<{ there: number }>(`select (${counts.join(' + ')})::int as there`);
  return rows[0]?.there ?? -1;
}

test('broken off while it is lived through: obeyed within a second, nothing is there', {
  timeout: SLOW,
}, async () => {
  const before = await rowsThere();
  const took = await brokenOff(3_000, (stop) => ({
    lived: (dossiers) => dossiers >= 200 && stop(),
    loaded: () => {},
  }));
  expect(took).toBeLessThan(A_SECOND);
  expect(await rowsThere()).toBe(before);
});

test('broken off while it is loaded: obeyed within a second, nothing is there, and begun again it is whole', {
  timeout: SLOW,
}, async () => {
  const before = await rowsThere();
  const took = await brokenOff(600, (stop) => ({
    lived: () => {},
    loaded: (table) => table === 'dossiers.event' && stop(),
  }));
  expect(took).toBeLessThan(A_SECOND);
  expect(await rowsThere()).toBe(before);
  const tell = { lived: () => {}, loaded: () => {} };
  const lived = await loadHalfYear(deps, db.ownerUrl, { size: 60, seed: 2022, until }, tell);
  const { rows } = await pool.query('select count(*)::int as count from dossiers.dossier');
  expect(rows).toEqual([{ count: lived.dossiers + lived.certified }]);
});
