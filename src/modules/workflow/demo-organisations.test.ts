import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import {
  findOneStopOf,
  findOutsideOffice,
  findSection,
  listOfficesInForce,
  organiseFromFile,
} from '#modules/identity/index.ts';
import { loadPlaces } from '#modules/places/index.ts';
import { seedPlaces } from '#modules/places/testing.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';

const db = await testDatabase();
const random = createRandom();
const now = instant('2026-11-24T08:00:00');
const origin = { legalNow: now, machineNow: now, address: '192.0.2.1', requestId: 'test' };

async function load(name: string) {
  const text = readFileSync(`db/seeds/organisations/${name}.json`, 'utf8');
  const deps = { db: db.owner, random, key: random.bytes(32), installation: 'demo' as const };
  return organiseFromFile(deps, text, { dryRun: false, origin });
}

beforeAll(async () => {
  await inTransaction(db.owner, (tx) => loadPlaces(tx, seedPlaces()));
});

test('both organisations of the demo load, and loading again adds nothing', async () => {
  for (const name of ['chau-thanh-2022', 'ba-xa-2025']) {
    expect(await load(name)).toMatchObject({ ok: true, loaded: true });
    expect(await load(name)).toMatchObject({ loaded: true, added: { offices: 0, people: 0, posts: 0 } });
  }
});

test('in 2022 one district and twelve communes, today three communes; each with its one-stop', async () => {
  for (const [day, count] of [
    ['2022-07-25', 13],
    ['2026-11-24', 3],
  ] as const) {
    const on = civilDate(day);
    const agencies = (await listOfficesInForce(db.app, on)).filter((office) => office.kind === 'agency');
    expect(agencies.length).toBe(count);
    for (const agency of agencies) expect(await findOneStopOf(db.app, agency.id, on)).toBeDefined();
  }
});

test('the registry of land stands at the counter of the district and is found as a section too', async () => {
  const on = civilDate('2022-07-25');
  const district = (await listOfficesInForce(db.app, on)).find(
    (office) => office.kind === 'agency' && office.level === 'huyen',
  );
  const registry = await findSection(db.app, district?.id ?? '', 'dat-dai', on);
  expect(registry?.name).toBe('Chi nhánh Văn phòng Đăng ký đất đai huyện Châu Thành');
  expect((await findOutsideOffice(db.app, district?.id ?? '', 'thue', on))?.kind).toBe('outside');
});
