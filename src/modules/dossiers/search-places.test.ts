import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { loadPlaces } from '#modules/places/index.ts';
import { seedPlaces } from '#modules/places/testing.ts';
import { inTransaction } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import type { DossierDeps } from './actions/deps.ts';
import { isTooShort, search } from './actions/search.ts';
import { notePlacesOfOld } from './jobs/note-places.ts';
import { placesNamed } from './rules/places-named.ts';
import { aClock, testKeys, writeDossier } from './testing-dossiers.ts';
import { insertDossiers } from './testing-rows.ts';

const db = await testDatabase();
const random = createRandom();
const uuid = () => random.uuid(0);
const [agency, oneStop, section] = [uuid(), uuid(), uuid()];
const deps = { db: db.app, keys: testKeys, random } as DossierDeps;

function clerkOf(officeId: string): Actor {
  const post = {
    id: uuid(),
    role: 'specialist',
    title: 'x',
    officeId,
    officeName: 'x',
    agencyId: agency,
  } as const;
  return { accountId: uuid(), personId: uuid(), name: 'x', posts: [{ ...post, leads: false }] };
}

async function given(name: string, address: string, officeId = oneStop): Promise<void> {
  const id = uuid();
  await insertDossiers(db.owner, [
    {
      ...{ id, reference: id, agency_id: agency, intake_office_id: oneStop, return_office_id: oneStop },
      ...{ state: 'in-progress', task: 'forward', regime: '2018', procedure_version_id: uuid() },
      ...{ procedure_code: '1.001612', procedure_name: 'x', field: 'x', channel: 'direct', clock: 'none' },
      ...{ return_method: 'counter', updated_at: instant('2022-07-28T08:00'), head_seq: 0 },
      ...{ head_hash: Buffer.alloc(32), applicant_name: name, applicant_folded: fold(name) },
      places: [...placesNamed(address)],
    },
  ]);
  await db.owner
    .insertInto('dossiers.involved_office')
    .values({ dossier_id: id, office_id: officeId })
    .execute();
}

const found = async (text: string, officeId = oneStop) =>
  (await search(deps, clerkOf(officeId), text)).map((line) => line.applicantName).sort();

beforeAll(async () => {
  await inTransaction(db.owner, (tx) => loadPlaces(tx, seedPlaces()));
  await given('Nguyễn Văn An', 'Ấp Phú Hòa, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp');
  await given('Nguyễn Thị Ẩn', 'Ấp Phú Long, xã Phú Long, huyện Châu Thành, tỉnh Đồng Tháp');
  await given('Trần Mới', 'Ấp 1, xã Tân Nhuận Đông, tỉnh Đồng Tháp');
  await given('Lê Cũ', 'xã Tân Nhuận Đông, huyện Châu Thành');
  await given('Võ Xa', 'xã Tân Phú Trung, huyện Củ Chi, thành phố Hồ Chí Minh');
  await given('Bùi Lạ', 'xã Phú Hựu, tỉnh Đồng Tháp', section);
});

describe('a search by place', () => {
  test('without diacritics, with or without its kind', async () => {
    expect(await found('phu huu')).toContain('Nguyễn Văn An');
    expect(await found('xã Phú Hựu')).toContain('Nguyễn Văn An');
    expect(await found('thị trấn Phú Hựu')).toEqual([]);
  });

  test('a commune of before finds who gave the commune it became, and the new one who gave the old', async () => {
    expect(await found('An Nhơn')).toContain('Nguyễn Văn An'); // xã An Nhơn went into xã Phú Hựu
    expect(await found('An Khánh')).toContain('Trần Mới'); // xã An Khánh went into xã Tân Nhuận Đông
    expect(await found('Tân Phú Trung')).toContain('Nguyễn Thị Ẩn'); // from xã Phú Long, which went into it
  });

  test('a district that is no more finds its communes under their new names', async () => {
    const all = ['Lê Cũ', 'Nguyễn Thị Ẩn', 'Nguyễn Văn An', 'Trần Mới'];
    expect(await found('huyện Châu Thành')).toEqual(all);
  });

  test('a name and a place', async () => {
    expect(await found('nguyễn an phú hựu')).toEqual(['Nguyễn Văn An']);
    expect(await found('Trần huyện Châu Thành')).toEqual(['Trần Mới']);
  });

  test('a place of the same name in another province is another place', async () => {
    expect(await found('huyện Củ Chi')).toEqual(['Võ Xa']);
  });

  test('the job notes the places of dossiers from before, once', async () => {
    const { id } = await writeDossier(db.owner, {
      number: '000.00.36.H20-220725-0001',
      clock: aClock(instant('2022-07-18T08:40'), instant('2022-08-01T17:00')),
    });
    const places = () =>
      db.owner.selectFrom('dossiers.dossier').where('id', '=', id).select('places').executeTakeFirstOrThrow();
    const before = await places();
    await db.owner.updateTable('dossiers.dossier').set({ places: null }).where('id', '=', id).execute();
    await notePlacesOfOld(deps).run({}, { jobId: '1', attempt: 1 });
    expect(await places()).toEqual(before);
    expect(before.places?.length).toBeGreaterThan(1);
  });

  test('a kind without a name, and signs alone, name no place and nobody', async () => {
    for (const text of ['xã %', 'xã _', 'xã \\', 'xã', 'P.', '%', '%%%', '___', '…', '\\', '%ễn%'])
      expect([text, isTooShort(text), await found(text)]).toEqual([text, true, []]);
  });

  test('signs around a word are not looked for, nor are they a pattern', async () => {
    const sign = fc.constantFrom(...'%_\\\'";:.*?()[]{}–& \u0000\u200B\uD83D');
    const signs = fc.string({ unit: sign, maxLength: 4 });
    const asked = ['phú hựu', 'nguyễn an phú hựu', 'Trần Mới'];
    const known = new Map(await Promise.all(asked.map(async (text) => [text, await found(text)] as const)));
    await fc.assert(
      fc.asyncProperty(signs, fc.constantFrom(...asked), signs, async (before, text, after) => {
        expect(await found(before)).toEqual([]);
        expect(await found(`${before} ${text}${after}`)).toEqual(known.get(text));
      }),
    );
    for (const text of ['Tr_n', 'Ngu%n', 'Trần%Mới', "'; drop"]) expect(await found(text)).toEqual([]);
  });

  test('whatever is typed is answered', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(fc.asyncProperty(text, async (typed) => void (await found(typed))));
  });

  test('only what one may read', async () => {
    expect(await found('phu huu', section)).toEqual(['Bùi Lạ']);
    expect(await found('phu huu', uuid())).toEqual([]);
  });
});
