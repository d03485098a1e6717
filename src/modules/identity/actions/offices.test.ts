import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { actsFor } from '../index.ts';
import { findOffice, getOffice, listOfficesInForce } from '../store/offices.ts';
import { listPostsFrom } from '../store/post-changes.ts';
import { listStandIns } from '../store/stand-ins.ts';
import { anOrganisation, LEGAL_DAY, loadOrganisation, testDeps } from '../testing.ts';
import { anAdministrator, making, officeId } from '../testing-administration.ts';
import { addAgency } from './add-agency.ts';
import { addOffice } from './add-office.ts';
import { changeOffice, setAgencyCode } from './change-office.ts';
import { delegate } from './delegate.ts';
import { endOffice } from './end-office.ts';
import { endStandIn } from './end-stand-in.ts';
import { nameSubstitute } from './name-substitute.ts';

const { app, owner } = await testDatabase();
const deps = testDeps(app, 'demo');
const now = instant('2026-11-24T08:00:00');
await loadOrganisation(deps, anOrganisation(), now);
const by = await anAdministrator(owner, now);
const agencyId = await officeId(owner, 'agency');
const sectionId = await officeId(owner, 'section');
const day = (text: string) => civilDate(text);
await owner
  .insertInto('places.unit')
  .values([
    unit('30244', 'Xã Tân Phú', 'tan phu'),
    unit('30250', 'Xã Tân Phú Trung', 'tan phu trung'),
    { ...unit('87', 'Tỉnh Đồng Tháp', 'dong thap'), level: 'province', parent_code: null },
  ])
  .execute();

function unit(code: string, name: string, folded: string) {
  const valid = { valid_from: day('2018-01-01'), valid_to: null };
  return { code, name, folded: `xa ${folded}`, level: 'commune', parent_code: '87', ...valid };
}

const agency = {
  name: 'Ủy ban nhân dân xã Tân Phú',
  shortName: '',
  level: 'xa' as const,
  place: '30244',
  validFrom: LEGAL_DAY,
  agencyCode: '000.09.16.H20',
  codeIsExample: true,
  address: '',
  phone: '',
  oneStop: '',
};

describe('an agency', () => {
  test('comes with counter and leaders, once', async () => {
    const press = { ...making(by), ...agency };
    const both = await Promise.all([addAgency(deps, press), addAgency(deps, press)]);
    expect(both).toEqual([{ ok: true, value: press.newId }, both[0]]);
    const made = (await listOfficesInForce(app, LEGAL_DAY)).filter((one) => one.agencyId === press.newId);
    expect(made.map((one) => [one.kind, one.name])).toEqual([
      ['agency', 'Ủy ban nhân dân xã Tân Phú'],
      ['one-stop', 'Bộ phận Tiếp nhận và Trả kết quả xã Tân Phú'],
      ['leadership', 'Lãnh đạo Ủy ban nhân dân xã Tân Phú'],
    ]);
    expect(made[0]).toMatchObject({ agencyCodeIsExample: true, validTo: '2025-06-30', regime: '2018' });
  });

  test.each([
    [{ name: '' }, 'office-name-missing'],
    [{ place: '' }, 'place-missing'],
    [{ place: 'Xã không có' }, 'place-unknown'],
    [{ place: 'tan phu', agencyCode: '' }, 'place-ambiguous'],
    [{ agencyCode: 'mã số' }, 'agency-code-wrong'],
    [{ agencyCode: '000.07.16.H20' }, 'agency-code-taken'],
    [{ level: 'huyen' as const, validFrom: day('2025-07-01') }, 'no-districts-now'],
  ])('%o is refused', async (change, code) => {
    expect(await addAgency(deps, { ...making(by), ...agency, ...change })).toMatchObject({
      refusal: { code: `identity/${code}` },
    });
  });

  test('gets offices; each field and the counter once', async () => {
    const office = {
      agencyId,
      name: 'Văn hóa - Xã hội',
      shortName: '',
      sectionKey: 'van-hoa',
      validFrom: LEGAL_DAY,
    };
    const press = { ...making(by), ...office, kind: 'section' as const };
    expect(await Promise.all([addOffice(deps, press), addOffice(deps, press)])).toEqual([
      { ok: true, value: press.newId },
      { ok: true, value: press.newId },
    ]);
    for (const twice of [{}, { kind: 'one-stop' as const, sectionKey: '' }]) {
      const outcome = await addOffice(deps, { ...making(by), ...office, kind: 'section', ...twice });
      expect(outcome).toMatchObject({ refusal: { code: 'identity/section-twice' } });
    }
  });
});

describe('a change', () => {
  const change = {
    name: 'Tư pháp - Hộ tịch và Chứng thực',
    shortName: 'Tư pháp',
    address: 'Ấp Phú Hòa',
    phone: '',
    basis: 'QĐ 12/QĐ-UBND, 20/07/2022',
    validFrom: day('2022-08-01'),
  };

  test('holds from its day; what was before stays', async () => {
    const press = { ...making(by), ...change, officeId: sectionId, version: 1 };
    expect(await Promise.all([changeOffice(deps, press), changeOffice(deps, press)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect((await getOffice(app, sectionId, day('2022-07-31'))).name).toBe('Tư pháp - Hộ tịch');
    expect((await getOffice(app, sectionId, day('2022-08-01'))).name).toBe(change.name);
    expect(await findOffice(app, sectionId, LEGAL_DAY)).toMatchObject({
      version: 2,
      name: 'Tư pháp - Hộ tịch',
    });
  });

  test('of two administrators at once the second is told', async () => {
    const press = { ...change, officeId: sectionId, version: 2, validFrom: day('2022-09-01') };
    const results = await Promise.all([
      changeOffice(deps, { ...making(by), ...press, name: 'Tên một' }),
      changeOffice(deps, { ...making(by), ...press, name: 'Tên hai' }),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'identity/changed-meanwhile' } });
  });

  test.each([
    [{ basis: '' }, 'basis-missing'],
    [{ name: ' ' }, 'office-name-missing'],
    [{ validFrom: day('2022-07-24') }, 'change-in-the-past'],
    [{ validFrom: day('2022-08-02') }, 'later-change'],
  ])('%o is refused', async (wrong, code) => {
    const press = { ...making(by), ...change, officeId: sectionId, version: 3, ...wrong };
    expect(await changeOffice(deps, press)).toMatchObject({ refusal: { code: `identity/${code}` } });
  });

  test('an example code is replaced by the official one, which no other agency has', async () => {
    const made = await addAgency(deps, { ...making(by), ...agency, place: '30250', agencyCode: 'H20.001' });
    const id = made.ok ? made.value : '';
    const press = { ...making(by), officeId: id, version: 1, basis: 'CV 5', validFrom: LEGAL_DAY };
    for (const [agencyCode, code] of [
      ['000.07.16.H20', 'agency-code-taken'],
      ['h 20', 'agency-code-wrong'],
    ] as const) {
      expect(await setAgencyCode(deps, { ...press, agencyCode })).toMatchObject({
        refusal: { code: `identity/${code}` },
      });
    }
    expect((await setAgencyCode(deps, { ...press, agencyCode: 'h20.872' })).ok).toBe(true);
    expect(await getOffice(app, id, LEGAL_DAY)).toMatchObject({
      agencyCode: 'H20.872',
      agencyCodeIsExample: false,
    });
  });

  test('an office ends on its day, and the one of the last administrator does not', async () => {
    const press = { ...by, officeId: sectionId, version: 3, lastDay: day('2022-12-31') };
    expect((await endOffice(deps, press)).ok).toBe(true);
    expect(await listOfficesInForce(app, day('2023-01-01'))).not.toContainEqual(
      expect.objectContaining({ id: sectionId }),
    );
    const counter = { officeId: await officeId(owner, 'one-stop'), version: 1, lastDay: day('2022-12-31') };
    expect(await endOffice(deps, { ...by, ...counter })).toMatchObject({
      refusal: { code: 'identity/last-administrator' },
    });
    expect((await getOffice(app, counter.officeId)).validTo).toBe('2025-06-30');
  });
});

describe('standing in', () => {
  async function post(role: string) {
    const found = (await listPostsFrom(app, LEGAL_DAY)).find((one) => one.role === role);
    if (!found) throw new Error(`nobody is ${role}`);
    return found;
  }

  async function acting(personId: string, on: CivilDate) {
    const { id } = await owner
      .selectFrom('identity.account')
      .where('person_id', '=', personId)
      .select('id')
      .executeTakeFirstOrThrow();
    return actsFor(app, id, on);
  }

  test('a substitute is named once for a time, and acts in it', async () => {
    const away = await post('reception-officer');
    const { personId } = await post('specialist');
    const times = { validFrom: LEGAL_DAY, validTo: day('2022-07-29') };
    const undecided = { decisionNumber: '', decisionDate: null };
    const press = { ...making(by), postId: away.id, personId, ...times, reason: 'Nghỉ phép', ...undecided };
    await Promise.all([nameSubstitute(deps, press), nameSubstitute(deps, press)]);
    const other = await nameSubstitute(deps, { ...press, ...making(by) });
    expect(other).toMatchObject({ refusal: { code: 'identity/stand-in-twice' } });
    expect(await acting(personId, day('2022-07-29'))).toMatchObject([
      { id: away.id, role: 'reception-officer', insteadOf: { kind: 'substitute', name: away.personName } },
    ]);
    expect(await acting(personId, day('2022-07-30'))).toEqual([]);
    const ended = { ...by, id: press.newId, lastDay: day('2022-07-26') };
    expect((await endStandIn(deps, ended)).ok).toBe(true);
    expect(await acting(personId, day('2022-07-27'))).toEqual([]);
  });

  test('a delegation says how and by which decision somebody signs', async () => {
    const leader = await post('signing-leader');
    const { personId } = await post('specialist');
    const press = {
      ...making(by),
      postId: leader.id,
      personId,
      manner: 'TUQ',
      decisionNumber: '45/QĐ-UBND',
      decisionDate: day('2022-07-20'),
      matters: 'Giấy tờ hộ tịch',
      scope: ' Hộ tịch\r\n1.001193\nHộ tịch\n',
      validFrom: LEGAL_DAY,
      validTo: day('2022-12-31'),
    };
    const matters = [{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' }];
    const withMatters = { ...deps, listMatters: async () => matters };
    expect(await delegate(withMatters, { ...press, scope: 'Hộ tịch\nĐất đaii' })).toMatchObject({
      refusal: { code: 'identity/scope-unknown', params: { line: 'Đất đaii' }, field: 'pham-vi' },
    });
    expect(await delegate(withMatters, { ...press, validTo: null })).toMatchObject({
      refusal: { code: 'identity/authorisation-needs-end' },
    });
    expect(await delegate(withMatters, { ...press, manner: 'KT' })).toMatchObject({
      refusal: { code: 'identity/deputy-elsewhere', field: 'cach-ky' },
    });
    const away = await post('reception-officer');
    expect(await delegate(withMatters, { ...press, postId: away.id })).toMatchObject({
      refusal: { code: 'identity/nothing-to-delegate' },
    });
    expect(await Promise.all([delegate(withMatters, press), delegate(withMatters, press)])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    const scope = ['Hộ tịch', '1.001193'];
    const signing = { kind: 'delegation', manner: 'TUQ', decisionNumber: '45/QĐ-UBND', matters: scope };
    expect(await acting(personId, day('2022-07-28'))).toMatchObject([
      { role: 'signing-leader', agencyId, insteadOf: { ...signing, name: 'Lê Văn Hùng' } },
    ]);
    expect(await acting(personId, day('2023-01-01'))).toEqual([]);
    expect(await listStandIns(app, { on: LEGAL_DAY, open: true })).toHaveLength(2);
  });
});
