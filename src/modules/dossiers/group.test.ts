import { expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { verifyHistory } from './actions/verify.ts';
import { aDesk } from './testing-desk.ts';
import { aBeginPress, aFilingInput } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';

const db = await testDatabase();

test('a group is shown together and forwarded together, to those of its one-stop only; the history holds it', async () => {
  const desk = await aDesk(db);
  const oneStop = desk.office(ONE_STOP);
  const clerk = await desk.actorOf(oneStop, 'reception-officer');
  const groupId = desk.deps.random.uuid(desk.deps.machineMs());
  const numbers: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), oneStop);
    const done = await accept(desk.deps, { ...aBeginPress(clerk, input), groupId });
    if (done.ok) numbers.push(done.value.number);
  }
  const browser = await desk.browser(clerk);
  const { body } = await browser.get(`/lam-viec/nhom/${groupId}`);
  expect(body).toContain('Cùng nhóm: 3 hồ sơ');
  const ticks = numbers.map((number) => `1~${number}`);
  for (const tick of ticks) expect(body).toContain(`value="${tick}"`);
  expect((await browser.get(`/lam-viec/ho-so/${numbers[0]}`)).body).toContain(`/lam-viec/nhom/${groupId}`);
  const key = desk.deps.random.uuid(desk.deps.machineMs());
  const forwarded = await browser.post('/lam-viec/hang-loat', { lam: 'forward', key, chon: ticks });
  expect(forwarded.body).toContain('Đã làm xong 3 hồ sơ');
  const stranger = await desk.browser(await desk.actorOf(desk.office('Phòng Tư pháp'), 'specialist'));
  expect((await stranger.get(`/lam-viec/nhom/${groupId}`)).statusCode).toBe(404);
  expect((await browser.get('/lam-viec/nhom/x')).statusCode).toBe(404);
  const verify = () => verifyHistory(db.app, desk.deps.keys, desk.deps.rootKey.publicKey);
  expect(await verify()).toMatchObject({ ok: true });
  await db.owner
    .updateTable('dossiers.dossier')
    .set({ group_id: null })
    .where('number', '=', numbers[0] ?? '')
    .execute();
  expect((await verify()).ok).toBe(false);
});
