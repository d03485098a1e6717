import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { quarterState } from './actions/quarter.ts';
import { aDrawer, type Drawer } from './testing.ts';
import { aCashBrowser, type CashBrowser } from './testing-desk.ts';

const db = await testDatabase();
const page = '/lam-viec/thu-phi/quy';
const quarter = { year: 2022, nth: 3 };
let drawer: Drawer;
let headOfTwo: Actor;
let both: CashBrowser;
let second: string;

beforeAll(async () => {
  drawer = await aDrawer(db);
  await drawer.take();
  const [post] = drawer.head.posts;
  const other = drawer.offices.find(({ kind, id }) => kind === 'one-stop' && id !== drawer.oneStop.id);
  if (!post || !other) throw new Error('two one-stops are needed');
  second = other.id;
  const there = { officeId: other.id, officeName: other.name, agencyId: other.agencyId };
  headOfTwo = { ...drawer.head, posts: [post, { ...post, id: crypto.randomUUID(), ...there }] };
  both = await aCashBrowser(drawer, headOfTwo);
});

const linksOf = (body: string) =>
  [...body.matchAll(/href="([^"]*\/quy[.?/][^"]*)"/g)].map(([, link]) =>
    (link ?? '').replaceAll('&amp;', '&'),
  );

describe('the head of two one-stops', () => {
  test('chooses whose quarter it is; every link and form stays with it', async () => {
    const first = (await both.get(`${page}?quy=2022-3`)).body;
    expect(first).toContain('100.000');
    expect(first).toContain('name="bo-phan"');
    for (const { officeName } of headOfTwo.posts) expect(first).toContain(`>${officeName}</option>`);
    const shown = (await both.get(`${page}?quy=2022-3&bo-phan=${second}`)).body;
    expect(shown).not.toContain('100.000');
    expect(shown).toContain(`<option value="${second}" selected`);
    const links = linksOf(shown);
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      expect(link).toContain(`bo-phan=${second}`);
      expect((await both.get(link)).statusCode).toBe(200);
    }
    const [detail = ''] = links.filter((link) => link.includes('loai=taken'));
    expect((await both.get(detail)).body).not.toContain('100.000');
    expect((await both.get(detail.replace(second, drawer.oneStop.id))).body).toContain('100.000');
  });

  test('what she writes is written where she looked', async () => {
    drawer.setClock('2022-10-03T08:00');
    const form = { quarter: '2022-3', amount: '70.000', date: '01/10/2022', document: 'GNT 15' };
    const written = await both.post(`${page}/kho-bac`, { ...form, 'bo-phan': second });
    expect(written.statusCode).toBe(303);
    expect(String(written.headers.location)).toContain(`bo-phan=${second}`);
    expect((await both.get(String(written.headers.location))).body).toContain('GNT 15');
    const refused = await both.post(`${page}/kho-bac`, { ...form, amount: '0', 'bo-phan': second });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(`name="bo-phan" value="${second}"`);
    expect((await both.post(`${page}/lap`, { quarter: '2022-3', 'bo-phan': second })).statusCode).toBe(303);
    expect((await quarterState(db.app, second, quarter)).settlement).toBeDefined();
    expect((await quarterState(db.app, drawer.oneStop.id, quarter)).settlement).toBeUndefined();
    drawer.setClock('2022-07-25T08:00');
  });

  test('nobody else sees a choice, and another one-stop does not exist for her', async () => {
    for (const actor of [drawer.head, drawer.clerk]) {
      const browser = await aCashBrowser(drawer, actor);
      const { body } = await browser.get(`${page}?quy=2022-3`);
      expect(body).not.toContain('<select');
      for (const link of linksOf(body)) expect(link).not.toContain('bo-phan');
      for (const what of ['', '/chi-tiet', '.xlsx', '/chi-tiet.xlsx'])
        expect((await browser.get(`${page}${what}?quy=2022-3&bo-phan=${second}`)).statusCode).toBe(404);
      const form = { quarter: '2022-3', 'bo-phan': second };
      expect((await browser.post(`${page}/lap`, form)).statusCode).toBe(404);
    }
    for (const bad of ['x', "'--", crypto.randomUUID(), 'x'.repeat(500)])
      expect((await both.get(`${page}?bo-phan=${encodeURIComponent(bad)}`)).statusCode).toBe(404);
  });
});
