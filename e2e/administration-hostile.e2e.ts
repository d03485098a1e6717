import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attack, crawl } from '../outside/hostile-walk.ts';
import { type Client, signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';

/** Three hundred equal fields; and rooms of other modules, which have walks of their own. */
const elsewhere = ['/ra-soat/moi', '/phi-dia-phuong', '/suc-khoe'];

/** An installation of its own: whoever attacks these forms disables accounts and ends offices. */
let demo: Installation;
let administrator: Client;

beforeAll(async () => {
  demo = await startedDemo();
  administrator = await signedIn(demo.address, 'nghia.duong');
});
afterAll(() => demo.remove());

test('every form of administration with hostile text in every field', { timeout: 900_000 }, async () => {
  const forms = await crawl(administrator, [
    '/quan-tri',
    '/quan-tri/lich/2022',
    '/quan-tri/lich/2027/xac-nhan',
    '/quan-tri/ra-soat/moi',
    '/quan-tri/chua-kiem-tra?loai=procedure',
  ]);
  expect(forms.length).toBeGreaterThan(15);
  let sent = 0;
  for (const found of forms) {
    if (elsewhere.some((path) => found.form.action.includes(path))) continue;
    sent += await attack(administrator, found);
  }
  expect(sent).toBeGreaterThan(1000);
  const log = readFileSync(join(demo.dataDir, 'logs', 'web.log'), 'utf8');
  expect(log.split('\n').filter((line) => /"level":"?(50|60|error|fatal)/.test(line))).toEqual([]);
  expect(log).not.toContain('alert(7)');
  expect(await demo.verify()).toMatchObject({ ok: true });
});
