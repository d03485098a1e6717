import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onePixel } from '#platform/files/testing.ts';
import {
  acceptDossier,
  commandForm,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
} from '../outside/counter-client.ts';
import { hostileAddresses } from '../outside/hostile-values.ts';
import { attack, crawl, expectHarmless } from '../outside/hostile-walk.ts';
import { Client, type Fields, filled, signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';

const LEADER = 'son.do';
let demo: Installation;
const people = new Map<string, Client>();
const person = (account: string) => {
  const client = people.get(account);
  if (!client) throw new Error(`${account} is not signed in`);
  return client;
};

beforeAll(async () => {
  demo = await startedDemo();
  await demo.command('setting', 'portal.look-ups', '{"hits":100000,"minutes":10}');
  for (const account of ['ngan.pham', 'thu.nguyen', LEADER, 'yen.vo', 'tien.le'])
    people.set(account, await signedIn(demo.address, account));
  await dossiersInEveryState();
});
afterAll(() => demo.remove());

async function give(account: string, number: string, slug: string, typed: Fields = {}): Promise<void> {
  const form = await commandForm(person(account), number, slug);
  const answer = await person(account).post(form.action, filled(form, typed));
  expect(answer.status, `${slug} by ${account}`).toBe(303);
}

/** One that waits to be forwarded, one in work, one to sign, one decided, one waiting for papers, one with a scan. */
async function dossiersInEveryState(): Promise<void> {
  const clerk = person('ngan.pham');
  const numbers: string[] = [];
  for (let i = 0; i < 5; i += 1) numbers.push(await acceptDossier(clerk));
  for (const number of numbers.slice(1)) {
    await give('ngan.pham', number, 'chuyen');
    await give('thu.nguyen', number, 'nhan');
    await give('thu.nguyen', number, 'bat-dau');
  }
  const asked = { 'item.0.what': 'Ghi đủ ngành, nghề', reason: 'Chưa ghi ngành, nghề' };
  await give('thu.nguyen', numbers[2] ?? '', 'bo-sung', asked);
  for (const number of numbers.slice(3)) await give('thu.nguyen', number, 'xong');
  await give(LEADER, numbers[4] ?? '', 'ky');
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  await clerk.upload(draft, { ...(await filledDraft(clerk, draft)), press: 'upload' }, [
    { field: 'files.paper-1', name: '<script>alert(7)</script>.png', bytes: onePixel },
  ]);
}

test('every address with what does not belong there: an answer, never a failure', {
  timeout: 240_000,
}, async () => {
  const table = readFileSync('docs/access.md', 'utf8');
  const paths = [...table.matchAll(/^\| GET (\S+)/gm)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(40);
  for (const client of [new Client(demo.address), ...people.values()])
    for (const path of paths)
      for (const value of path.includes(':') ? hostileAddresses : hostileAddresses.slice(0, 4)) {
        const address = `${path.replace(/:\w+/g, value)}?q=${value}&truoc=${value}&trang=${value}&${value}=${value}`;
        expectHarmless(await client.get(address), `GET ${address}`);
      }
});

test('every form and every field of each person with hostile text', { timeout: 600_000 }, async () => {
  let sent = 0;
  for (const [account, client] of people) {
    const forms = await crawl(client, ['/lam-viec', '/lam-viec/tiep-nhan?q=kinh+doanh', '/tai-khoan', '/']);
    expect(forms.length, account).toBeGreaterThan(3);
    for (const found of forms) sent += await attack(client, found);
  }
  expect(sent).toBeGreaterThan(2000);
});

test('afterwards every page still stands, says the text as text, and the history is whole', async () => {
  for (const client of people.values())
    await crawl(client, ['/lam-viec', '/lam-viec/ho-so', '/lam-viec/tiep-nhan']);
  expect(await demo.verify()).toMatchObject({ ok: true });
  const log = readFileSync(join(demo.dataDir, 'logs', 'web.log'), 'utf8');
  expect(log.split('\n').filter((line) => /"level":"?(50|60|error|fatal)/.test(line))).toEqual([]);
  for (const personal of ['Mỹ Duyên', '087188004512', 'alert(7)'])
    expect(
      log
        .split('\n')
        .filter((line) => line.includes(personal))
        .slice(0, 3),
      personal,
    ).toEqual([]);
});
