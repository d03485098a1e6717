import { afterAll, expect, test } from 'vitest';
import { civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores, verifyBooks } from '#modules/certification/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { withCopying } from '#platform/db/copy-rows.ts';
import { createPool } from '#platform/db/database.ts';
import { loadWritten } from '#platform/db/load-written.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { liveThrough } from './actions/live-through.ts';
import { MemoryPlayer, yearTriggers } from './actions/memory-player.ts';
import { readWorld } from './actions/read-world.ts';

const db = await testDatabase();
const pool = createPool({ connectionString: db.ownerUrl, max: 1 });
afterAll(() => pool.end());
const office = await anOfficeOfChauThanh(db);
const cashKey = new Uint8Array(32);
const deps = { ...office.deps, cashKey, cashStores: sqlCashStores, books: sqlBookStores };
const world = await readWorld(deps, instant('2022-07-25T08:00'));
const player = new MemoryPlayer(deps, { from: world.from, to: civilDate('2022-07-25') });
const lived = await liveThrough(world, { size: 1_000, seed: 2022 }, player);
const { written } = player;
const entries = written.rows('certification.entry');
const dues = new Map(written.rows('dossiers.due').map((row) => [row.id, row.due_at]));
const certified = written
  .rows('dossiers.dossier')
  .filter((row) => row.field === 'Chứng thực')
  .map((row) => ({ ...row, due_at: dues.get(row.id) }));

test('what is certified is counted beside the dossiers, and is the most frequent work of a commune', () => {
  expect(lived.dossiers).toBe(1_000);
  expect(certified).toHaveLength(lived.certified);
  expect(new Set(entries.map((one) => one.dossier_number))).toEqual(
    new Set(certified.map((one) => one.number)),
  );
  const communes = written
    .rows('dossiers.dossier')
    .filter(({ agency_id }) =>
      world.counters.some((one) => one.agencyId === agency_id && one.level === 'xa'),
    );
  const times = new Map<string, number>();
  for (const { procedure_code: code } of communes) times.set(code, (times.get(code) ?? 0) + 1);
  expect([...times].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('2.000815');
});

test('numbers of every book go up with the days; each document has one, and its fee or why it has none', async () => {
  for (const { agency_id, kind, last } of written.rows('certification.book')) {
    const own = entries.filter((one) => one.agency_id === agency_id && one.kind === kind);
    expect(own.map((one) => one.number)).toEqual(own.map((_, index) => index + 1));
    expect(last).toBe(own.length);
    const days = own.map((one) => one.entered_on as string);
    expect([...days].sort()).toEqual(days);
  }
  const kinds = new Set(entries.map((one) => one.kind));
  expect([...kinds].sort()).toEqual(['copies', 'signatures', 'transactions']);
  const paid = written.rows('cash.payment');
  for (const { number } of certified.slice(0, 200)) {
    const own = entries.filter((one) => one.dossier_number === number);
    const fee = own.reduce((sum, one) => sum + one.fee, 0);
    const payment = paid.find((one) => one.dossier_number === number);
    expect(payment?.amount ?? 0, String(number)).toBe(fee);
    if (fee === 0) expect(own.every((one) => one.exemption)).toBe(true);
  }
});

test('the leader has signed on the day or the next that the pile is carried, and the person has it', () => {
  const open = certified.filter((one) => one.ended_at == null);
  for (const one of open) expect((one.received_at as string) >= '2022-07-20').toBe(true);
  const late = certified.filter(
    ({ ended_at: ended, due_at: due }) => ended && due && dateOf(ended as Instant) > dateOf(due as Instant),
  );
  expect(late.length / certified.length).toBeLessThan(0.05);
});

test('loaded, the books are whole', async () => {
  await withCopying(db.ownerUrl, (client) => loadWritten(client, written, yearTriggers));
  expect(await verifyBooks(db.app)).toEqual({ ok: true });
  const { rows } = await pool.query('select count(*)::int as count from certification.entry');
  expect(rows).toEqual([{ count: entries.length }]);
});
