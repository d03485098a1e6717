import { afterAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { loadWritten, MemoryBook } from '#modules/dossiers/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { playerOverSql } from '#modules/dossiers/testing-player.ts';
import { emptyWritten, everyWrittenRow } from '#modules/dossiers/testing-written.ts';
import { withCopying } from '#platform/db/copy-rows.ts';
import { createPool } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { ScanPool } from './actions/invent-scans.ts';
import { liveThrough } from './actions/live-through.ts';
import { readWorld } from './actions/read-world.ts';
import { inventedDocuments } from './rules/invented-documents.ts';

const db = await testDatabase();
const pool = createPool({ connectionString: db.ownerUrl, max: 1 });
afterAll(() => pool.end());
const scans = new ScanPool(
  new Map(
    inventedDocuments.map((one, index) => [one, { sha256: `${index}`.padStart(64, '0'), size: 1_000 }]),
  ),
);
const SAMPLE = { size: 500, seed: 2022, scans };

test('500 dossiers lived through in memory and loaded, and given to the real commands: equal, row by row', {
  timeout: 400_000,
}, async () => {
  const { deps } = await anOfficeOfChauThanh(db);
  const world = await readWorld(deps, instant('2022-07-25T08:00'));
  const book = new MemoryBook(deps, { from: world.from, to: civilDate('2022-07-25') });
  const lived = await liveThrough(world, SAMPLE, book);
  await emptyWritten(pool);
  await withCopying(db.ownerUrl, (client) => loadWritten(client, book.written));
  const loaded = await everyWrittenRow(pool);

  await emptyWritten(pool);
  expect(await liveThrough(world, SAMPLE, playerOverSql(deps))).toEqual(lived);
  const given = await everyWrittenRow(pool);
  for (const [table, rows] of Object.entries(given)) expect(loaded[table], table).toEqual(rows);
  expect(given['dossiers.dossier']).toHaveLength(SAMPLE.size);
  expect(given['dossiers.event']).toHaveLength(lived.presses);
  expect(scans.rows.length).toBeGreaterThan(SAMPLE.size / 4);
});
