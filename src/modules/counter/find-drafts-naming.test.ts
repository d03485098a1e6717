import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { findDraftsNaming } from './actions/find-drafts-naming.ts';
import { aBrowser, aCounter, type Counter } from './testing.ts';

const db = await testDatabase();
const base = '/lam-viec/tiep-nhan';
let counter: Counter;
let browser: Awaited<ReturnType<typeof aBrowser>>;

beforeAll(async () => {
  counter = await aCounter(db);
  browser = await aBrowser(counter, counter.clerk);
});

async function aDraft(typed: Readonly<Record<string, string>>): Promise<string> {
  const begun = await browser.post(base, { code: '1.001612' });
  const url = String(begun.headers.location);
  const saved = await browser.post(`${url}/luu-nhap`, { version: '1', ...typed });
  expect(saved.statusCode).toBe(200);
  return url.slice(base.length + 1);
}

const find = (number: string, officeIds = [counter.oneStop.id]) =>
  findDraftsNaming(counter.deps, officeIds, number);

test('open drafts are found by the number typed in them, however it was written, without what they say', async () => {
  const id = await aDraft({
    'applicants.0.kind': 'person',
    'applicants.0.name': 'Huỳnh Thị Mỹ Duyên',
    'applicants.0.id-number': '087 188 004 512',
  });
  const behalf = await aDraft({ 'on-behalf': '1', 'authorised.id-number': '087188004512' });
  await aDraft({ 'applicants.0.id-number': '087085001234', note: '087188004512' });
  const found = await find('087188004512');
  expect(found.map((draft) => draft.id).sort()).toEqual([id, behalf].sort());
  expect(found[0]).toMatchObject({ accountId: counter.clerk.accountId });
  expect(JSON.stringify(found)).not.toContain('Duyên');
});

test('only of the offices asked for, and only open ones', async () => {
  expect(await find('087188004512', [])).toEqual([]);
  expect(await find('087188004512', [crypto.randomUUID()])).toEqual([]);
  const [open] = await find('087188004512');
  await browser.post(`${base}/${open?.id}/xoa`, {});
  expect((await find('087188004512')).map((draft) => draft.id)).not.toContain(open?.id);
});
