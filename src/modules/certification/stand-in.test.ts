import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instead } from '#modules/dossiers/testing-stand-in.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { keptBooks, readableBooks } from './rules/access.ts';
import {
  aCertifyingCounter,
  aCopyRequest,
  aDeskOf,
  type CertifyingCounter,
  COPIES,
  SIGNATURES,
} from './testing.ts';

const db = await testDatabase();
const base = '/lam-viec/chung-thuc';
let counter: CertifyingCounter;
let colleague: Actor;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
  colleague = await counter.actorOf(counter.office('Phòng Nội vụ'), 'specialist');
});

test('a substitute of the counter certifies into its book; nobody’s substitute does not', async () => {
  const substitute = instead(colleague, counter.clerk);
  const done = await counter.press(aCopyRequest(), { actor: substitute });
  expect(done.kind).toBe('done');
  const entry = await db.app.selectFrom('certification.entry').selectAll().executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ agency_id: counter.oneStop.agencyId });
  expect(keptBooks(substitute).officeIds).toEqual([counter.oneStop.id]);
  expect(readableBooks(substitute).officeIds).toContain(counter.oneStop.id);
  const pages = await aDeskOf(counter, substitute);
  for (const url of [base, `${base}/hom-nay`, `${base}/so`])
    expect((await pages.get(url)).statusCode, url).toBe(200);
  expect((await counter.press(aCopyRequest(), { actor: colleague })).kind).toBe('nothing-here');
  expect((await (await aDeskOf(counter, colleague)).get(base)).statusCode).toBe(403);
});

test('with counters at two places: the own one first, the other by choice, both under today’s work', async () => {
  const elsewhere = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã Tân Nhuận Đông');
  const absent = await counter.actorOf(elsewhere, 'reception-officer');
  const both = instead(counter.clerk, absent);
  const pages = await aDeskOf(counter, both);
  const page = (await pages.get(base)).body;
  expect(page).toContain('Làm việc tại');
  expect(page).toContain(elsewhere.name);
  const done = await counter.press(aCopyRequest({ counter: elsewhere.id }), { actor: both });
  expect(done.kind).toBe('done');
  const entries = await db.app.selectFrom('certification.entry').select('agency_id').execute();
  expect(entries.map((one) => one.agency_id)).toContain(elsewhere.agencyId);
  const number = done.kind === 'done' ? done.dossier : '';
  expect((await pages.get(`${base}/hom-nay`)).body).toContain(number.slice(-4));
  const foreign = await counter.press(aCopyRequest({ counter: crypto.randomUUID() }), { actor: both });
  expect(foreign.kind).toBe('done');
});

test('the post never certifies, nor who does its work', async () => {
  const posts = counter.clerk.posts.map((post) => ({ ...post, role: 'postal-staff' as const }));
  const byPost = instead(colleague, { ...counter.clerk, posts });
  expect((await counter.press(aCopyRequest(), { actor: byPost })).kind).toBe('nothing-here');
  expect((await (await aDeskOf(counter, byPost)).get(base)).statusCode).toBe(403);
});

test('for some matters only: those procedures are offered and certified, no others', async () => {
  const partly = instead(colleague, counter.clerk, { matters: [SIGNATURES] });
  const { body } = await (await aDeskOf(counter, partly)).get(base);
  expect(body).toContain(`value="${SIGNATURES}"`);
  expect(body).not.toContain(`value="${COPIES}"`);
  const elsewhere = instead(colleague, counter.clerk, { matters: ['Hộ tịch'] });
  expect((await counter.press(aCopyRequest(), { actor: elsewhere })).kind).toBe('nothing-here');
});
