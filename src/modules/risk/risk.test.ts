import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { aRoad } from '#modules/dossiers/testing-road.ts';
import { loadHalfYear } from '#modules/half-year/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { testRenderer } from '#platform/papers/testing.ts';
import { evaluateRisk, fitNow, judgeOpen } from './index.ts';

const db = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-risk-'));
const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
afterAll(async () => {
  await renderer.close();
  rmSync(folder, { recursive: true });
});
const { office, anAccepted } = await aRoad(db);
const until = instant('2022-07-25T08:00');
const deps = { ...office.deps, clock: { now: () => until } };

interface Judged {
  readonly id: string;
  readonly probability: number;
  readonly late: boolean;
  readonly level: string;
  readonly row: string;
}

async function judged(): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select r.dossier_id as id, r.probability::float8 as probability, r.due_at < ${until} as late, r.level,
           r.xmin::text as row
      from dossiers.risk r order by 1`.execute(db.app);
  return rows;
}

async function countRunning(training: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from dossiers.due
     where clock = 'running' and due_at is not null and training = ${training}`.execute(db.app);
  return rows[0]?.count ?? 0;
}

test('with too little past nothing is said, and nothing can be tested', async () => {
  await fitNow(deps);
  expect(await judgeOpen(deps)).toBe(false);
  expect(await judged()).toEqual([]);
  expect(await evaluateRisk(deps)).toMatchObject({ ok: false, refusal: { code: 'risk/too-little' } });
});

test('what was learnt judges everything open that is real, and says the same until something changes', {
  timeout: 120_000,
}, async () => {
  const files = await openFileStore(folder);
  const making = {
    ...office.deps,
    cashKey: new Uint8Array(32),
    cashStores: sqlCashStores,
    books: sqlBookStores,
  };
  const wanted = { size: 900, seed: 2022, until };
  const tell = { lived: () => {}, loaded: () => {} };
  await loadHalfYear({ ...making, files, renderer }, db.ownerUrl, wanted, tell);
  await anAccepted(undefined, true);
  await fitNow(deps);
  expect(await judgeOpen(deps)).toBe(true);
  const first = await judged();
  expect(first.length).toBeGreaterThan(5);
  expect(first.length).toBe(await countRunning(false));
  expect(await countRunning(true)).toBe(1);
  for (const { probability, late } of first) if (late) expect(probability).toBe(1);
  expect(first.some(({ probability, late }) => !late && probability > 0 && probability < 1)).toBe(true);
  await judgeOpen(deps);
  expect(await judged()).toEqual(first);
});

test('what ends is forgotten', async () => {
  const [one] = await judged();
  await db.owner
    .updateTable('dossiers.due')
    .set({ clock: 'ended' })
    .where('id', '=', one?.id ?? '')
    .execute();
  await judgeOpen(deps);
  expect((await judged()).map(({ id }) => id)).not.toContain(one?.id);
});

test('held out are June and July; everything before is learnt from', async () => {
  const found = await evaluateRisk(deps);
  if (!found.ok) throw new Error(found.refusal.code);
  const { split, model, baseline, calibration } = found.value;
  expect(split).toMatchObject({ cut: '2022-06-01', until });
  expect(split.dossiers).toBeGreaterThan(50);
  expect(model.brier).toBeLessThan(baseline.brier);
  expect(calibration.reduce((sum, row) => sum + row.count, 0)).toBe(split.snapshots);
  expect(found.value.learnt).toEqual({ office: 0, holder: 0, months: {}, weekdays: {} });
});
