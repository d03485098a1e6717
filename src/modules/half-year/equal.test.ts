import { afterAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { playerOverSql } from '#modules/dossiers/testing-player.ts';
import { emptyWritten, everyWrittenRow } from '#modules/dossiers/testing-written.ts';
import { actsFor } from '#modules/identity/index.ts';
import { awayOverSql } from '#modules/identity/testing-away.ts';
import { withCopying } from '#platform/db/copy-rows.ts';
import { createPool } from '#platform/db/database.ts';
import { loadWritten } from '#platform/db/load-written.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { ScanPool } from './actions/invent-scans.ts';
import { absencesOf, liveThrough } from './actions/live-through.ts';
import { MemoryPlayer, yearTables, yearTriggers } from './actions/memory-player.ts';
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

const office = await anOfficeOfChauThanh(db);
const deps = { ...office.deps, cashKey: new Uint8Array(32), cashStores: sqlCashStores, books: sqlBookStores };
const world = await readWorld(deps, instant('2022-07-25T08:00'));

/** In the small one something is annulled that was paid: the money goes back. */
test.each([
  [80, { size: 80, seed: 27, scans }],
  [500, SAMPLE],
])(
  '%i dossiers lived through in memory and loaded, and given to the real commands: equal, row by row',
  {
    timeout: 400_000,
  },
  async (size, sample) => {
    const book = new MemoryPlayer(deps, { from: world.from, to: civilDate('2022-07-25') });
    const lived = await liveThrough(world, sample, book);
    await emptyWritten(pool, yearTables);
    await withCopying(db.ownerUrl, (client) => loadWritten(client, book.written, yearTriggers));
    const loaded = await everyWrittenRow(pool, yearTables);

    await emptyWritten(pool, yearTables);
    const real = { ...playerOverSql(deps), ...awayOverSql(db.app) };
    expect(await liveThrough(world, sample, real)).toEqual(lived);
    const given = await everyWrittenRow(pool, yearTables);
    for (const [table, rows] of Object.entries(given)) expect(loaded[table], table).toEqual(rows);
    expect(lived.dossiers).toBe(size);
    expect(given['dossiers.dossier']).toHaveLength(size + lived.certified);
    if (size === SAMPLE.size)
      for (const table of yearTables) expect(given[table]?.length, table).toBeGreaterThan(0);
    else expect(given['cash.payment']?.some((row) => row.includes('"given-back"'))).toBe(true);
    expect(given['dossiers.event']).toHaveLength(lived.presses);
    expect(scans.rows.length).toBeGreaterThan(size / 4);
  },
);

test('who stands in for somebody acts by that post on those days, as the installation says it', async () => {
  const substitutions = absencesOf(world, SAMPLE.seed).flatMap((one) => one.substitutions);
  expect(substitutions.length).toBeGreaterThan(20);
  for (const { by, validFrom, id, ...post } of substitutions) {
    const acting = await actsFor(db.app, by.accountId, validFrom);
    expect(acting.find(({ insteadOf }) => insteadOf?.id === id)).toMatchObject({
      id: post.postId,
      title: post.title,
      insteadOf: { name: post.holderName, accountId: post.holderAccountId, ownTitle: post.ownTitle },
    });
  }
});
