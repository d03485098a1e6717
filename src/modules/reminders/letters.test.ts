import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { openMail } from '#platform/mail/mail.ts';
import { aMailServer } from '#platform/mail/testing.ts';
import { sendLetter } from './actions/send-letter.ts';
import { SEND_LETTER, writeLetters } from './actions/write-letters.ts';
import type { MailDeps } from './deps.ts';
import { deleteOld } from './store/letters.ts';
import { aWatchedDesk, type WatchedDesk } from './testing.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const server = await aMailServer();
let desk: WatchedDesk;
let deps: MailDeps;
beforeAll(async () => {
  desk = await aWatchedDesk(db);
  deps = {
    ...desk.deps,
    mail: openMail(server.config, Date.now),
    words: createWords({ reminders: { vi, en } })('vi'),
  };
});
afterAll(() => server.close());

const waiting = async () => {
  const { rows } = await sql<{ id: string }>`
    select payload ->> 'id' as id from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${SEND_LETTER} order by j.id`.execute(
    db.owner,
  );
  return rows.map(({ id }) => id);
};
const sendAll = async () => {
  for (const id of await waiting()) await sendLetter(deps, id);
};
const letters = () => server.arrived.length;
const setDomains = async (typed: string) => {
  const { chairman } = desk.actors;
  const posts = chairman.posts.map((post) => ({ ...post, role: 'system-administrator' as const }));
  const administrator = await desk.browser({ ...chairman, posts });
  const key = desk.deps.random.uuid(desk.deps.machineMs());
  return administrator.post('/quan-tri/ten-mien-thu', { key, 'ten-mien': typed });
};

async function chooses(who: keyof WatchedDesk['actors'], cach: string, thu: string): Promise<number> {
  const at = '/lam-viec/nhac-viec/cach-nhan';
  return (await (await desk.browser(desk.actors[who])).post(at, { cach, thu })).statusCode;
}

test('no letters before the administrator has said which addresses are of the authority; then no others', async () => {
  const at = '/lam-viec/nhac-viec/cach-nhan';
  const clerk = await desk.browser(desk.actors.clerk);
  expect((await clerk.get(at)).body).toContain('chưa đặt tên miền thư của cơ quan');
  const early = await clerk.post(at, { cach: 'daily', thu: 'clerk@chauthanh.example' });
  expect(early.statusCode).toBe(422);
  expect(early.body).toContain('Xin chọn xem trên trang');
  expect((await clerk.post('/quan-tri/ten-mien-thu', { 'ten-mien': 'gmail.com' })).statusCode).toBe(403);
  const wrong = await setDomains('chauthanh.example gmail.com');
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('Ai cũng có thể có địa chỉ ở gmail.com');
  expect((await setDomains('ChauThanh.example')).statusCode).toBe(303);
  const foreign = await clerk.post(at, { cach: 'at-once', thu: 'clerk@gmail.com' });
  expect(foreign.statusCode).toBe(422);
  expect(foreign.body).toContain('Địa chỉ này không thuộc cơ quan');
  expect(foreign.body).toContain('clerk@gmail.com'); // what was typed stays
  const { rows } = await sql`select 1 from reminders.preference`.execute(db.owner);
  expect(rows).toEqual([]);
});

test('who wants it at once gets one letter, the others none; nothing is in two, nothing of a citizen in any', async () => {
  expect(await chooses('clerk', 'at-once', 'không phải thư')).toBe(422);
  expect(await chooses('clerk', 'at-once', 'clerk@chauthanh.example')).toBe(303);
  const number = await desk.accepted();
  desk.setClock('2022-07-25T16:30:00');
  await desk.watch();
  await Promise.all([writeLetters(deps, 'at-once'), writeLetters(deps, 'at-once')]);
  expect(await waiting()).toHaveLength(1);
  await sendAll();
  await sendAll();
  expect(letters()).toBe(1);
  expect(server.arrived[0]).toMatchObject({
    to: 'clerk@chauthanh.example',
    subject: 'Một Cửa: 1 nhắc việc, 0 đã quá mốc',
  });
  const { text = '' } = server.arrived[0] ?? {};
  expect(text).toContain(number);
  expect(text).toContain('Chuyển hồ sơ đến đơn vị giải quyết. Mốc: 17:00, 25/07/2022.');
  expect(text).toContain(`http://localhost:8080/lam-viec/ho-so/${number}`);
  expect(text).not.toMatch(/Duyên|087188004512|0900/);
  expect(await writeLetters(deps, 'at-once')).toBe(0);
});

test('a mail server that refuses blocks nobody; the letter goes out later, without what was done meanwhile', async () => {
  const [first, second] = [await desk.accepted(), await desk.accepted()];
  desk.setClock('2022-07-26T16:30:00');
  await desk.watch();
  expect(await writeLetters(deps, 'at-once')).toBe(1);
  const [id = ''] = (await waiting()).slice(-1);
  server.refuse(1);
  await expect(sendLetter(deps, id)).rejects.toThrow('451');
  await desk.press(await desk.browser(desk.actors.clerk), first, 'chuyen');
  const before = letters();
  expect(await sendLetter(deps, id)).toBe('sent');
  expect(await sendLetter(deps, id)).toBe('none');
  expect(letters()).toBe(before + 1);
  const { text = '' } = server.arrived.at(-1) ?? {};
  expect(text).toContain(second);
  expect(text).not.toContain(first);
});

test('the digest: one on a working morning, none on Saturday, with what was in none before', async () => {
  expect(await chooses('head', 'daily', 'head@chauthanh.example')).toBe(303);
  desk.setClock('2022-07-30T07:05:00');
  await desk.watch();
  expect(await writeLetters(deps, 'daily')).toBe(0);
  desk.setClock('2022-08-01T07:05:00');
  expect(
    await Promise.all([writeLetters(deps, 'daily'), writeLetters(deps, 'daily')]).then((n) => n.sort()),
  ).toEqual([0, 1]);
  await sendAll();
  expect(server.arrived.at(-1)).toMatchObject({ to: 'head@chauthanh.example' });
  desk.setClock('2022-08-02T07:05:00');
  expect(await writeLetters(deps, 'daily')).toBe(0);
});

test('a domain that is taken away: nothing goes there, the page says why; given back, letters go again', async () => {
  const number = await desk.accepted();
  desk.setClock('2022-08-02T10:30:00');
  desk.setClock('2022-08-02T16:10:00');
  await desk.watch();
  await writeLetters(deps, 'at-once');
  const [id = ''] = (await waiting()).slice(-1);
  expect((await setDomains('other.example')).statusCode).toBe(303);
  const before = letters();
  expect(await sendLetter(deps, id)).toBe('dropped');
  const page = (await (await desk.browser(desk.actors.clerk)).get('/lam-viec/nhac-viec/cach-nhan')).body;
  expect(page).toContain('Địa chỉ của ông/bà không nhận được thư');
  expect(page).toContain('other.example');
  desk.setClock('2022-08-03T08:00:00');
  await desk.accepted();
  desk.setClock('2022-08-03T16:20:00');
  await desk.watch();
  expect(await writeLetters(deps, 'at-once')).toBe(0);
  expect(letters()).toBe(before);
  await setDomains('other.example\nchauthanh.example');
  expect(await writeLetters(deps, 'at-once')).toBe(1);
  await sendAll();
  expect(letters()).toBe(before + 1);
  expect((await (await desk.browser(desk.actors.clerk)).get('/lam-viec/nhac-viec')).body).toContain(number);
});

test('on the pages only again: the address goes, waiting letters are dropped', async () => {
  desk.setClock('2022-08-04T08:00:00');
  const number = await desk.accepted();
  desk.setClock('2022-08-04T16:30:00');
  await desk.watch();
  await writeLetters(deps, 'at-once');
  const [id = ''] = (await waiting()).slice(-1);
  expect(await chooses('clerk', 'page', 'clerk@chauthanh.example')).toBe(303);
  const before = letters();
  expect(await sendLetter(deps, id)).toBe('dropped');
  expect(letters()).toBe(before);
  const { rows } = await sql`select 1 from reminders.preference where address like 'clerk%'`.execute(
    db.owner,
  );
  expect(rows).toEqual([]);
  expect((await (await desk.browser(desk.actors.clerk)).get('/lam-viec/nhac-viec')).body).toContain(number);
});

test('without a mail server nothing is written; after 90 days what stands no more is forgotten', async () => {
  expect(await writeLetters({ ...deps, mail: null }, 'at-once')).toBe(0);
  await sql`update dossiers.dossier set state = 'withdrawn', task = 'none'`.execute(db.owner);
  await sql`update dossiers.due set clock = 'ended'`.execute(db.owner);
  await desk.watch();
  await deleteOld(db.app, '2022-12-01T00:00:00+07:00' as never);
  expect(await desk.told()).toEqual([]);
  const { rows } = await sql`select 1 from reminders.letter`.execute(db.owner);
  expect(rows).toEqual([]);
});
