import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { announceResult } from './actions/announce-result.ts';
import { countReadyResults, listReadyResults } from './actions/list-ready-results.ts';
import { readDossier } from './actions/read-dossier.ts';
import { setUnfetchedDays } from './actions/set-unfetched-days.ts';
import { verifyHistory } from './actions/verify.ts';
import { aDecided } from './testing-decided.ts';
import { aDesk, type Browser, type Desk, fieldsOf } from './testing-desk.ts';
import { anOrigin, aPress } from './testing-office.ts';
import { ONE_STOP } from './testing-road.ts';
import { instead } from './testing-stand-in.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let head: Actor;
let atCounter: Browser;
const page = { limit: 50, after: null };

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  const [post] = clerk.posts;
  if (!post) throw new Error('no post');
  head = { ...clerk, posts: [{ ...post, role: 'one-stop-head' }] };
  atCounter = await desk.browser(clerk);
});

const aKey = () => desk.deps.random.uuid(desk.deps.machineMs());
const readOf = async (number: string) => {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const tick = async (number: string) => `${(await readOf(number)).dossier.seq}~${number}`;
const phoned = { way: 'phone', outcome: 'no-answer', note: 'gọi 0912 345 678' } as const;

describe('told', () => {
  test('is noted as often as it is done; the list, the dossier and the history say it, the row holds no word of it', async () => {
    const number = await aDecided(desk);
    for (const outcome of ['no-answer', 'reached'] as const) {
      const { seq } = (await readOf(number)).dossier;
      const done = await announceResult(desk.deps, aPress(clerk, number, seq), { ...phoned, outcome });
      expect(done.ok).toBe(true);
    }
    const [line] = (await listReadyResults(db.app, clerk, page)).filter(({ name }) => name === number);
    expect(line?.told).toEqual({ times: 2, at: desk.deps.clock.now(), outcome: 'reached' });
    const { body } = await atCounter.get('/lam-viec/tra-ket-qua');
    expect(body).toContain('đã báo 2 lần, lần cuối 25/07, đã biết');
    expect((await atCounter.get(`/lam-viec/ho-so/${number}`)).body).toContain(
      'Báo đã có kết quả, gọi điện: không nghe máy, không gặp',
    );
    expect((await atCounter.get(`/lam-viec/ho-so/${number}/dien-bien`)).body).toContain('gọi 0912 345 678');
    const rows = await db.owner.selectFrom('dossiers.event').select('body').execute();
    expect(JSON.stringify(rows)).not.toMatch(/0912 345|gọi/); // four figures alone also stand in some identifier
    expect(await verifyHistory(db.app, desk.deps.keys, desk.deps.rootKey.publicKey)).toMatchObject({
      ok: true,
    });
  });

  test('a row that says otherwise than the history is found', async () => {
    const number = await aDecided(desk);
    const set = (told_times: number, told_at: Instant | null, told_outcome: string | null) =>
      db.owner
        .updateTable('dossiers.dossier')
        .set({ told_times, told_at, told_outcome })
        .where('number', '=', number)
        .execute();
    await set(1, desk.deps.clock.now(), 'reached');
    const found = await verifyHistory(db.app, desk.deps.keys, desk.deps.rootKey.publicKey);
    await set(0, null, null);
    expect(found.ok).toBe(false);
  });

  test('two at once: both wrote on the same page, one is told what the other did', async () => {
    const number = await aDecided(desk);
    const { seq } = (await readOf(number)).dossier;
    const both = await Promise.all(
      [1, 2].map(() => announceResult(desk.deps, aPress(clerk, number, seq), phoned)),
    );
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual([
      'dossiers/changed-meanwhile',
      'ok',
    ]);
  });

  test('many with one press, each once; stale lines and nothing ticked are said', async () => {
    const [one, two] = [await aDecided(desk), await aDecided(desk)];
    const form = {
      key: aKey(),
      way: 'message',
      outcome: 'sent',
      chon: [await tick(one), await tick(two), `1~${two}`.replace(two, one)],
    };
    const ticked = { ...form, chon: form.chon.slice(0, 2) };
    expect((await atCounter.post('/lam-viec/tra-ket-qua/da-bao', ticked)).body).toContain(
      'Đã làm xong 2 hồ sơ',
    );
    expect((await atCounter.post('/lam-viec/tra-ket-qua/da-bao', ticked)).body).toContain(
      'Đã làm xong 2 hồ sơ',
    );
    expect((await readOf(one)).dossier.told?.times).toBe(1);
    const none = await atCounter.post('/lam-viec/tra-ket-qua/da-bao', { ...form, chon: [] });
    expect(none.body).toContain('Chưa chọn hồ sơ nào');
    const stale = await atCounter.post('/lam-viec/tra-ket-qua/da-bao', {
      ...form,
      key: aKey(),
      chon: [`1~${one}`],
    });
    expect(stale.body).toContain('Đã làm xong 0 trên 1');
    const rubbish = { ...ticked, key: aKey(), way: '<script>', outcome: 'x' };
    expect((await atCounter.post('/lam-viec/tra-ket-qua/da-bao', rubbish)).statusCode).toBe(303);
  });

  test('on the dossier: a form with the telephone number, refused with a sentence, nothing lost', async () => {
    const number = await aDecided(desk);
    const address = `/lam-viec/ho-so/${number}/bao-ket-qua`;
    const form = fieldsOf((await atCounter.get(address)).body, address);
    const wrong = await atCounter.post(address, {
      ...form,
      way: 'pigeon',
      outcome: '',
      note: 'gọi lại chiều',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('gọi lại chiều');
    const right = await atCounter.post(address, { ...form, way: 'zalo', outcome: 'sent', note: '' });
    expect(right.statusCode).toBe(303);
    expect((await readOf(number)).dossier.told).toMatchObject({ times: 1, outcome: 'sent' });
  });
});

describe('waiting too long', () => {
  test('begins on the day that the agency says; 30 days are ours until its head sets another number', async () => {
    const number = await aDecided(desk);
    const unfetched = async () => (await countReadyResults(db.app, clerk, desk.deps.clock.now())).unfetched;
    desk.setClock('2022-08-23T23:59:00');
    expect(await unfetched()).toBe(0);
    desk.setClock('2022-08-24T00:00:00');
    const { all } = await countReadyResults(db.app, clerk, desk.deps.clock.now());
    expect(await unfetched()).toBe(all);
    expect((await atCounter.get('/lam-viec')).body).toContain('đã lâu chưa có người đến nhận');
    const list = (await atCounter.get('/lam-viec/tra-ket-qua?nhom=cho-lau')).body;
    expect(list).toContain(number);
    expect(list).toContain('30 ngày');
    expect(list).toContain('Số ngày này do phần mềm đặt sẵn');
    expect(list).not.toContain('name="days"');
    const ofHead = await desk.browser(head);
    const form = fieldsOf(
      (await ofHead.get('/lam-viec/tra-ket-qua?nhom=cho-lau')).body,
      '/lam-viec/tra-ket-qua/so-ngay',
    );
    for (const days of ['0', '9999', 'ba', '<b>', ' '.repeat(300)]) {
      const wrong = await ofHead.post('/lam-viec/tra-ket-qua/so-ngay', { ...form, days });
      expect(wrong.statusCode).toBe(422);
      expect(wrong.body).toContain('từ 1 đến 365');
    }
    expect((await ofHead.post('/lam-viec/tra-ket-qua/so-ngay', { ...form, days: '31' })).statusCode).toBe(
      303,
    );
    expect(await unfetched()).toBe(0);
    desk.setClock('2022-07-25T08:00:00');
  });

  test('is set by the head of that one-stop only; the same press twice, two at once: the last one counts', async () => {
    const agencyId = head.posts[0]?.agencyId ?? '';
    const press = (actor: Actor, key = aKey()) => ({ actor, origin: anOrigin(), key });
    expect(await setUnfetchedDays(desk.deps, press(clerk), { agencyId, days: '5' })).toMatchObject({
      refusal: { code: 'dossiers/not-your-agency' },
    });
    expect(await setUnfetchedDays(desk.deps, press(head), { agencyId: aKey(), days: '5' })).toMatchObject({
      ok: false,
    });
    const key = aKey();
    for (const days of ['45', '46']) await setUnfetchedDays(desk.deps, press(head, key), { agencyId, days });
    await Promise.all(
      ['50', '51'].map((days) => setUnfetchedDays(desk.deps, press(head), { agencyId, days })),
    );
    const rows = await db.owner.selectFrom('dossiers.unfetched_days').select('days').execute();
    expect(rows.map((row) => row.days).sort()).toEqual([31, 45, 50, 51]);
    const deputy = instead(clerk, head);
    expect(await setUnfetchedDays(desk.deps, press(deputy), { agencyId, days: '40' })).toMatchObject({
      ok: true,
    });
  });
});
