import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { finishStep } from './actions/finish-step.ts';
import { readDossier } from './actions/read-dossier.ts';
import { aDesk, type Browser, type Desk, fieldsOf, RIGHT_CODE } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let specialist: Actor;
let atCounter: Browser;
let atSection: Browser;

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
  atCounter = await desk.browser(clerk);
  atSection = await desk.browser(specialist);
});

async function accepted(many: number): Promise<string[]> {
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  const numbers: string[] = [];
  for (let i = 0; i < many; i += 1) {
    const input = aFilingInput(procedure, desk.office(ONE_STOP));
    const done = await accept(desk.deps, aBeginPress(clerk, input));
    if (!done.ok) throw new Error(done.refusal.code);
    numbers.push(done.value.number);
  }
  return numbers;
}

async function dossierOf(number: string) {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
}

const tick = async (number: string) => `${(await dossierOf(number)).seq}~${number}`;
const aKey = () => desk.deps.random.uuid(desk.deps.machineMs());
const many = async (
  browser: Browser,
  lam: string,
  chon: readonly string[],
  more: Record<string, string> = {},
) => browser.post('/lam-viec/hang-loat', { lam, key: aKey(), chon, ...more });

describe('many at once', () => {
  test('the list of work has a box for each line; what is ticked is forwarded, what is stale is said', async () => {
    const [first = '', second = '', third = ''] = await accepted(3);
    const { body } = await atCounter.get('/lam-viec');
    expect(body).toContain(`value="${await tick(first)}"`);
    const stale = `9~${third}`;
    const done = await many(atCounter, 'forward', [await tick(first), await tick(second), stale]);
    expect(done.statusCode).toBe(200);
    expect(done.body).toContain('Đã làm xong 2 trên 3 hồ sơ');
    expect((await dossierOf(first)).state).toBe('in-progress');
    expect((await dossierOf(second)).state).toBe('in-progress');
    expect((await dossierOf(third)).state).toBe('accepted');
  });

  test('the same press again acts on none twice', async () => {
    const [number = ''] = await accepted(1);
    const form = { lam: 'forward', key: aKey(), chon: [await tick(number)] };
    await atCounter.post('/lam-viec/hang-loat', form);
    const { seq } = await dossierOf(number);
    const again = await atCounter.post('/lam-viec/hang-loat', form);
    expect(again.body).toContain('Đã làm xong 1 hồ sơ');
    expect((await dossierOf(number)).seq).toBe(seq);
  });

  test('nothing ticked, a stranger’s dossier, rubbish: a sentence, nothing done', async () => {
    const [number = ''] = await accepted(1);
    expect((await many(atCounter, 'forward', [])).body).toContain('Chưa chọn hồ sơ nào');
    expect((await many(atCounter, 'forward', ['rubbish', '<script>'])).body).toContain('Chưa chọn hồ sơ nào');
    const stranger = await desk.browser(await desk.actorOf(desk.office('Phòng Tư pháp'), 'specialist'));
    const refused = await many(stranger, 'confirm-receipt', [await tick(number)]);
    expect(refused.body).toContain('Không có hồ sơ này');
    expect((await atCounter.post('/lam-viec/hang-loat', { lam: 'erase', key: 'x' })).statusCode).toBe(303);
  });
});

describe('the hand-over list', () => {
  test('one for each office and time; the other side confirms there, and both stand on it', async () => {
    const numbers = await accepted(2);
    await many(atCounter, 'forward', await Promise.all(numbers.map(tick)));
    const overview = await atCounter.get('/lam-viec/ban-giao');
    expect(overview.body).toContain(SECTION);
    const form = fieldsOf(overview.body, '/lam-viec/ban-giao');
    const made = await atCounter.post('/lam-viec/ban-giao', form);
    expect(made.statusCode).toBe(303);
    const address = String(made.headers.location);
    expect((await atCounter.post('/lam-viec/ban-giao', form)).headers.location).toBe(address);
    const given = await atCounter.get(address);
    for (const number of numbers) expect(given.body).toContain(number);
    expect(given.body).toContain('chưa xác nhận');
    expect(given.body).not.toContain('type="checkbox" name="chon"');
    const got = await atSection.get(address);
    expect(got.body).toContain('name="chon"');
    await many(atSection, 'confirm-receipt', await Promise.all(numbers.map(tick)));
    expect((await atCounter.get(address)).body).toContain(
      `đã nhận lúc 08:00, 25/07/2022, ${specialist.name}`,
    );
    const outsider = await desk.browser(await desk.actorOf(desk.office('Phòng Tư pháp'), 'specialist'));
    expect((await outsider.get(address)).statusCode).toBe(404);
    expect((await outsider.post('/lam-viec/ban-giao', { ...form, key: aKey() })).statusCode).not.toBe(303);
  });

  test('two who make it at once: everything stands on one list', async () => {
    const numbers = await accepted(3);
    await many(atCounter, 'forward', await Promise.all(numbers.map(tick)));
    const form = fieldsOf((await atCounter.get('/lam-viec/ban-giao')).body, '/lam-viec/ban-giao');
    const both = await Promise.all(
      [1, 2].map(() => atCounter.post('/lam-viec/ban-giao', { ...form, key: aKey() })),
    );
    expect(both.map((one) => one.statusCode).sort()).toEqual([303, 422]);
  });
});

describe('the signing folder', () => {
  async function handedUp(draft: { title: string; content: string } | null): Promise<string> {
    const [number = ''] = await accepted(1);
    await many(atCounter, 'forward', [await tick(number)]);
    await many(atSection, 'confirm-receipt', [await tick(number)]);
    await many(atSection, 'start-step', [await tick(number)]);
    const { seq } = await dossierOf(number);
    const done = await finishStep(desk.deps, aPress(specialist, number, seq), { note: null, draft });
    if (!done.ok) throw new Error(done.refusal.code);
    return number;
  }

  test('drafts are read there, and many are signed with one code; without draft or code nothing is', async () => {
    const draft = { title: 'Quyết định', content: 'Cấp cho bà Duyên' };
    const numbers = [await handedUp(draft), await handedUp(draft)];
    const bare = await handedUp(null);
    const { holder } = await dossierOf(bare);
    const office = desk.offices.find((one) => one.id === holder?.officeId);
    if (!office) throw new Error('nobody signs');
    const leader = await desk.browser(await desk.actorOf(office, 'signing-leader'));
    const folder = await leader.get('/lam-viec/ky');
    expect(folder.body).toContain('Cấp cho bà Duyên');
    expect(folder.body).toContain('Chưa có dự thảo');
    const ticks = await Promise.all([...numbers, bare].map(tick));
    const wrong = await many(leader, 'decide', ticks, { ma: '000000' });
    expect(wrong.statusCode).toBe(422);
    expect((await dossierOf(numbers[0] ?? '')).state).toBe('in-progress');
    const signed = await many(leader, 'decide', ticks, { ma: RIGHT_CODE });
    expect(signed.body).toContain('Đã làm xong 2 trên 3 hồ sơ');
    expect(signed.body).toContain('chưa có dự thảo kết quả');
    for (const number of numbers) expect((await dossierOf(number)).state).toBe('decided');
    expect((await dossierOf(bare)).state).toBe('in-progress');
    expect((await atSection.get('/lam-viec/ky')).statusCode).not.toBe(200);
  });
});

test('a leader sees who holds how much, and what is late', async () => {
  const lead = desk.offices.find((one) => one.kind === 'leadership' && one.name.includes('Châu Thành'));
  if (!lead) throw new Error('no leadership');
  const leader = await desk.browser(await desk.actorOf(lead, 'signing-leader'));
  desk.setClock('2022-08-20T08:00:00');
  const { body } = await leader.get('/lam-viec/tinh-hinh');
  expect(body).toContain('quá hạn');
  expect(body).toContain('chưa ai nhận');
  const behind = [...body.matchAll(/href="([^"]*qua-han[^"]*)"><span[^>]*>(?:<svg.*?<\/svg>)?(\d+)/g)];
  expect(behind.length).toBeGreaterThan(0);
  for (const [, href = '', late] of behind) {
    const list = await leader.get(href.replaceAll('&amp;', '&'));
    expect(list.body.match(/<tr/g)?.length, href).toBe(Number(late) + 1); // the head, and each that was counted
  }
  const held = [...body.matchAll(/href="([^"]*dang-giu[^"]*)">(\d+)/g)];
  expect(held.length).toBeGreaterThan(0);
  for (const [, href = '', n] of held) {
    const list = await leader.get(href.replaceAll('&amp;', '&'));
    expect(list.body.match(/<tr/g)?.length, href).toBe(Number(n) + 1);
  }
  expect((await leader.get('/lam-viec/tinh-hinh/qua-han?don-vi=x&nguoi=y&sau=z')).statusCode).toBe(200);
  const never = await leader.get('/lam-viec/tinh-hinh/dang-giu?han=2031-01-01&buoc=x');
  expect(never.body).toContain('Không có hồ sơ nào');
  desk.setClock('2022-07-25T08:00:00');
  expect((await atSection.get('/lam-viec/tinh-hinh')).statusCode).not.toBe(200);
});
