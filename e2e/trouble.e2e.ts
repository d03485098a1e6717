import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onePixel } from '#platform/files/testing.ts';
import { AWAY_TITLE, wrongWithAwayPage } from '../outside/away-page.ts';
import {
  acceptDossier,
  commandForm,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
  numberOf,
} from '../outside/counter-client.ts';

import { type Answer, Client, filled, formOf, signedIn, signIn, textOf } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { eventually } from '../outside/running.ts';

const TYPED = 'Ghi chú vừa gõ: “hộ khẩu”, 100% & <b>';
const MEGABYTE = 1024 * 1024;
let demo: Installation;
let clerk: Client;

beforeAll(async () => {
  demo = await startedDemo();
  clerk = await signedIn(demo.address, 'khang.nguyen');
});
afterAll(() => demo.remove());

/** One page in Vietnamese that tells a person all and a stranger nothing. */
function expectNeutral(answer: Answer): string {
  expect(wrongWithAwayPage(answer, [AWAY_TITLE])).toBeUndefined();
  return answer.headers.get('x-request-id') ?? '';
}

test('PostgreSQL killed in the middle of a request: one neutral page, back by itself, pressed again once', async () => {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const fields = await filledDraft(clerk, draft);
  const blocking = demo
    .rows('begin; lock table dossiers.number_series; select pg_sleep(600)')
    .catch(() => undefined);
  const isHeld = `select from pg_locks where relation = 'dossiers.number_series'::regclass and mode = 'AccessExclusiveLock'`;
  await eventually(async () => expect(await demo.rows(isHeld)).toHaveLength(1)); // else the press may be through before
  const isWaiting = `select from pg_stat_activity where wait_event_type = 'Lock' and usename = 'motcua_app'`;
  const pressed = clerk.post(`${draft}/tiep-nhan`, fields);
  await eventually(async () => expect(await demo.rows(isWaiting)).toHaveLength(1));
  process.kill(demo.postgresPid(), 'SIGKILL');
  const reference = expectNeutral(await pressed);
  await blocking;
  expect(readFileSync(join(demo.dataDir, 'logs', 'web.log'), 'utf8')).toContain(`"request":"${reference}"`);
  const again = await eventually(async () => {
    const answer = await clerk.post(`${draft}/tiep-nhan`, fields);
    if (answer.status === 503) throw new Error(expectNeutral(answer));
    return answer;
  });
  const number = numberOf(again.location);
  expect(number).toMatch(/-220725-0001$/);
  const once = await clerk.post(`${draft}/tiep-nhan`, fields);
  expect(numberOf(once.location)).toBe(number);
});

test('two clerks on one dossier: the second sees what changed and loses no typed text', async () => {
  const number = await acceptDossier(clerk);
  const second = await signedIn(demo.address, 'ngan.pham');
  const seenByBoth = await commandForm(second, number, 'chuyen');
  const first = await commandForm(clerk, number, 'chuyen');
  expect((await clerk.post(first.action, filled(first))).status).toBe(303);
  const late = await second.post(seenByBoth.action, filled(seenByBoth, { note: TYPED }));
  expect(late.status).toBe(409);
  expect(textOf(late.body)).toContain('Nguyễn Quốc Khang');
  expect(formOf(late, seenByBoth.action).fields.find((field) => field.name === 'note')?.value).toBe(TYPED);
});

test('the session ended while typing: after signing in the text is still there and can be sent', async () => {
  const number = await acceptDossier(clerk);
  const typing = await commandForm(clerk, number, 'chuyen');
  const otherWindow = new Client(demo.address);
  for (const [name, value] of clerk.cookies) otherWindow.cookies.set(name, value);
  const out = await otherWindow.form('/lam-viec', '/dang-xuat');
  expect((await otherWindow.post(out.action, filled(out))).status).toBe(303);
  const told = await clerk.post(typing.action, filled(typing, { note: TYPED }));
  expect([told.status, textOf(told.body)]).toEqual([401, expect.stringContaining('vẫn được giữ')]);
  const kept = formOf(told, typing.action);
  expect(filled(kept)['note']).toBe(TYPED);
  await signIn(clerk, 'khang.nguyen');
  const asked = await clerk.post(kept.action, filled(kept));
  expect(asked.status).toBe(403); // the token of the page before the sign-in: a second look, nothing lost
  const fresh = formOf(asked, typing.action);
  expect(filled(fresh)['note']).toBe(TYPED);
  expect((await clerk.post(fresh.action, filled(fresh))).status).toBe(303);
  expect(textOf((await clerk.get(`/lam-viec/ho-so/${number}/dien-bien`)).body)).toContain(TYPED);
});

test('a session that ends while the page of reception is filled in: the draft takes the text afterwards', async () => {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const fields = await filledDraft(clerk, draft, { note: TYPED });
  await demo.rows('update identity.session set ended_at = now() where ended_at is null');
  const told = await clerk.upload(`${draft}/tiep-nhan`, fields, []);
  expect(told.status).toBe(401);
  await signIn(clerk, 'khang.nguyen');
  const asked = await clerk.post(`${draft}/tiep-nhan`, filled(formOf(told, `${draft}/tiep-nhan`)));
  const accepted = await clerk.post(`${draft}/tiep-nhan`, filled(formOf(asked, `${draft}/tiep-nhan`)));
  expect(numberOf(accepted.location)).not.toBe('');
});

test('files with a wrong content, 0 bytes or 21 MB are named; the good one and all typed text stay', async () => {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const fields = { ...(await filledDraft(clerk, draft, { note: TYPED })), press: 'upload' };
  const large = Buffer.alloc(21 * MEGABYTE);
  large.write('%PDF-1.7\n');
  const answer = await clerk.upload(draft, fields, [
    { field: 'files.paper-1', name: 'chương trình.pdf', bytes: Buffer.from('MZ chương trình') },
    { field: 'files.paper-1', name: 'trống.pdf', bytes: new Uint8Array() },
    { field: 'files.paper-2', name: 'lớn.pdf', bytes: large },
    { field: 'files.paper-2', name: 'tờ khai.png', bytes: onePixel },
  ]);
  expect(answer.status).toBe(422);
  const text = textOf(answer.body);
  expect(text).toContain('Tệp “chương trình.pdf” không phải là PDF, JPEG hay PNG');
  expect(text).toContain('Tệp “trống.pdf” không có nội dung');
  expect(text).toContain('Tệp “lớn.pdf” lớn hơn 20 MB');
  const after = await clerk.get(draft);
  expect(filled(formOf(after, draft))['note']).toBe(TYPED);
  expect(after.body).toContain('tờ khai.png');
  for (const name of ['chương trình.pdf', 'trống.pdf', 'lớn.pdf']) expect(after.body).not.toContain(name);
});

test('a draft survives a closed browser and a restart of the machine', async () => {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const fields = await filledDraft(clerk, draft, { note: TYPED, press: 'later' });
  expect((await clerk.post(draft, fields)).status).toBe(303);
  await demo.stop();
  await demo.start();
  const tomorrow = await signedIn(demo.address, 'khang.nguyen');
  expect((await tomorrow.get('/lam-viec/tiep-nhan')).body).toContain(draft);
  const form = formOf(await tomorrow.get(draft), draft);
  expect(filled(form)).toMatchObject({ note: TYPED, 'applicants.0.name': 'Huỳnh Thị Mỹ Duyên' });
  const accepted = await tomorrow.post(`${draft}/tiep-nhan`, filled(form));
  expect(numberOf(accepted.location)).not.toBe('');
  expect(await demo.verify()).toMatchObject({ ok: true });
});
