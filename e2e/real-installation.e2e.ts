import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptDossier, dossierPath, newDraft } from '../outside/counter-client.ts';
import {
  type Answer,
  Client,
  DEMO_PASSWORD,
  filled,
  formOf,
  signedIn,
  textOf,
} from '../outside/http-client.ts';
import { type Installation, newInstallation } from '../outside/installation.ts';

const PASSWORD = 'Nước nổi miền Tây 1978';
const BIRTH_REGISTRATION = '1.001193';
const DEMO_MARK = /minh họa/i;

interface Answered {
  readonly loaded: boolean;
  readonly doubts: readonly { readonly severity: string }[];
  readonly added: { readonly people: number };
  readonly links: readonly { readonly account: string; readonly path: string }[];
}

let real: Installation;
let file: string;
let officer: Client;

beforeAll(async () => {
  real = await newInstallation();
  file = join(real.folder, 'organisation.json');
  const demo = readFileSync('db/seeds/organisations/ba-xa-2025.json', 'utf8');
  writeFileSync(file, demo.replaceAll('"agencyCodeIsExample": true', '"agencyCodeIsExample": false'));
  await real.start('--kind', 'real');
});
afterAll(() => real.remove());

async function organise(...args: readonly string[]): Promise<Answered> {
  return JSON.parse((await real.command('organise', file, '--json', ...args)).printed) as Answered;
}

function expectWithoutMark({ status, body }: Answer): void {
  expect(status).toBe(200);
  expect(body).not.toMatch(DEMO_MARK);
}

async function setPassword(client: Client, link: string, password: string): Promise<Answer> {
  const form = await client.form(link, link);
  return client.post(link, filled(form, { 'mat-khau-moi': password }));
}

const countAccounts = async () =>
  (await real.rows<{ count: number }>('select count(*)::int as count from identity.account'))[0]?.count;

test('begins with places, calendar and catalogue only; nothing says demo; a clock is refused', async () => {
  expect(real.running.printed()).toContain('Real installation');
  expect(real.running.printed()).not.toContain(DEMO_PASSWORD);
  expect(await countAccounts()).toBe(1);
  expect(await real.rows('select from identity.office')).toEqual([]);
  const visitor = new Client(real.address);
  for (const path of ['/', '/dang-nhap', '/thu-tuc', '/khong-co']) {
    const answer = await visitor.get(path);
    expect([path, answer.body]).toEqual([path, expect.not.stringMatching(DEMO_MARK)]);
    expect(answer.body).not.toContain(DEMO_PASSWORD);
  }
  const clock = await real.command('start', '--kind', 'real', '--clock', '2022-07-25T08:00');
  expect([clock.code, clock.printed]).toEqual([1, expect.stringContaining('clock of a real installation')]);
  const later = await real.command('start', '--clock', '2022-07-25T08:00');
  expect(later.code).toBe(1);
  expect((await real.command('demo', 'clock', '2030-01-01T08:00')).code).toBe(1);
});

test('makes one administrator by a link that opens once, and refuses passwords that everybody knows', async () => {
  const link = new RegExp(`${real.address}(/moi/\\S+)`).exec(real.running.printed())?.[1] ?? '';
  const client = new Client(real.address);
  expectWithoutMark(await client.get(link));
  const known = await setPassword(client, link, DEMO_PASSWORD);
  expect(known.status).toBe(422);
  const set = await setPassword(client, link, PASSWORD);
  expect([set.status, set.location]).toEqual([303, '/buoc-dau']); // the second factor is compulsory
  expect((await new Client(real.address).get(link)).status).toBe(410);
  await real.stop();
  await real.start();
  expect(real.running.printed()).not.toContain('/moi/');
});

test('loads an organisation: first dry, then with one link for each person, then nothing more', async () => {
  const dry = await organise();
  expect(dry).toMatchObject({ loaded: false, links: [] });
  expect(dry.doubts.filter((doubt) => doubt.severity === 'error')).toEqual([]);
  expect(await countAccounts()).toBe(1);
  const loaded = await organise('--load');
  expect(loaded.loaded).toBe(true);
  expect(loaded.links.length).toBe(loaded.added.people);
  expect(new Set(loaded.links.map((link) => link.path)).size).toBe(loaded.links.length);
  expect(await organise('--load')).toMatchObject({ links: [], added: { people: 0 } });
  const link = loaded.links.find((one) => one.account === 'ngan.pham')?.path ?? '';
  await expect(signedIn(real.address, 'ngan.pham')).rejects.toThrow('was not let in');
  const set = await setPassword(new Client(real.address), link, PASSWORD);
  expect([set.status, set.location]).toEqual([303, '/lam-viec']);
  officer = await signedIn(real.address, 'ngan.pham', PASSWORD);
});

test('receives a dossier, and neither page nor paper says demo', async () => {
  const draft = await newDraft(officer, BIRTH_REGISTRATION);
  expectWithoutMark(await officer.get(draft));
  const number = await acceptDossier(officer, BIRTH_REGISTRATION);
  expect(number).toMatch(/^H20\.871-\d{6}-0001$/);
  const page = await officer.get(dossierPath(number));
  expectWithoutMark(page);
  const paper = new RegExp(`${dossierPath(number)}/giay/[0-9a-f-]{36}`).exec(page.body)?.[0] ?? '';
  expectWithoutMark(await officer.get(paper));
  const pdf = await officer.get(`${paper}.pdf`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  const saved = join(real.folder, 'receipt.pdf');
  writeFileSync(saved, pdf.bytes);
  const text = execFileSync('pdftotext', ['-layout', saved, '-'], { encoding: 'utf8' }).normalize('NFC');
  expect(text).toContain(number);
  expect(text).toContain('Huỳnh Thị Mỹ Duyên');
  expect(text).not.toMatch(DEMO_MARK);
  expect(textOf(page.body)).not.toContain('mã ví dụ');
  expect(formOf(page, '/chuyen')).toBeDefined();
  expect(await real.verify()).toMatchObject({ ok: true });
});
