import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { destroyErased } from '#modules/documents/testing-destroying.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { addressOf } from '#platform/files/file-store.ts';
import { aPicture } from '#platform/files/testing.ts';
import { accept } from './actions/accept.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { confirmReceipt } from './actions/confirm-receipt.ts';
import { erase } from './actions/erase.ts';
import { forward } from './actions/forward.ts';
import { readDossier } from './actions/read-dossier.ts';
import { receiveSupplement } from './actions/receive-supplement.ts';
import { startStep } from './actions/start-step.ts';
import { withdraw } from './actions/withdraw.ts';
import { forgetKeptScans } from './jobs/forget-kept-scans.ts';
import { aDesk, type Browser, type Desk, type Fields, fieldsOf } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let specialist: Actor;
let browser: Browser;
const numbers: string[] = [];

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
  browser = await desk.browser(clerk);
});

async function dossierOf(number: string) {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
}

const press = async (actor: Actor, number: string) => aPress(actor, number, (await dossierOf(number)).seq);

/** A dossier for which two papers are asked for. */
async function asked(): Promise<string> {
  const { deps } = desk;
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
  const done = await accept(deps, aBeginPress(clerk, input));
  if (!done.ok) throw new Error(done.refusal.code);
  const { number } = done.value;
  numbers.push(number);
  await forward(deps, await press(clerk, number), { note: null });
  await confirmReceipt(deps, await press(specialist, number));
  await startStep(deps, await press(specialist, number));
  const items = ['Hợp đồng thuê', 'Giấy ủy quyền'].map((name) => ({ name, what: 'bản chính' }));
  const guidance = { items, reason: 'Chưa có', respondBy: null };
  const stopped = await askForSupplement(deps, await press(specialist, number), guidance);
  if (!stopped.ok) throw new Error(stopped.refusal.code);
  return number;
}

const urlOf = (number: string) => `/lam-viec/ho-so/${number}/nhan-bo-sung`;
const formOf = async (number: string) => fieldsOf((await browser.get(urlOf(number))).body, urlOf(number));
const scan = (paper: number, name: string, bytes: Uint8Array = aPicture()) => ({
  field: `files.${paper}`,
  name,
  bytes,
});
const wrong = (paper: number) => scan(paper, 'thư.txt', Buffer.from('không phải bản quét'));

/** A press with two good scans and a wrong one: the form that comes back. */
async function refusedPress(number: string, good = [scan(0, 'a.png'), scan(1, 'b.png')]): Promise<Fields> {
  const refused = await browser.upload(urlOf(number), await formOf(number), [wrong(0), ...good]);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('thư.txt');
  for (const { name } of good) expect(refused.body).toContain(name);
  return fieldsOf(refused.body, urlOf(number));
}

const keptRows = () => db.owner.selectFrom('dossiers.kept_scan').selectAll().execute();
const isKept = async (bytes: Uint8Array) => {
  await destroyErased(db, desk.deps.papers.files);
  return desk.deps.papers.files.exists(addressOf(bytes));
};
const scansOf = async (number: string) =>
  (await dossierOf(number)).personal?.papers.flatMap((paper) => paper.files.map((file) => file.name));

/** Every scan that is not erased stands in a dossier or in somebody's form. */
async function unownedScans(): Promise<string[]> {
  const dossiers = await Promise.all(numbers.map(dossierOf));
  const named = dossiers.flatMap(({ personal }) => personal?.papers ?? []).flatMap((paper) => paper.files);
  const owned = new Set([...named.map((file) => file.id), ...(await keptRows()).map((row) => row.file_id)]);
  const stored = await db.owner
    .selectFrom('documents.stored_file')
    .select('id')
    .where('erased_at', 'is', null)
    .execute();
  return stored.map((file) => file.id).filter((id) => !owned.has(id));
}

async function pressedInTime(number: string): Promise<void> {
  const received = await browser.upload(urlOf(number), await formOf(number), [scan(0, 'kịp.png')]);
  expect(received.statusCode).toBe(303);
}

describe('scans of a refused press', () => {
  test('wait in the form that comes back, all of them, and are filed by its next press', async () => {
    const number = await asked();
    const again = await refusedPress(number);
    expect(again['kept-by']).toBeTruthy();
    expect((await keptRows()).map((row) => row.press_key)).toEqual([again['kept-by'], again['kept-by']]);
    const twice = await browser.upload(urlOf(number), again, [wrong(1)]);
    expect(twice.statusCode).toBe(422);
    const done = await browser.upload(urlOf(number), fieldsOf(twice.body, urlOf(number)), []);
    expect(done.statusCode).toBe(303);
    expect(await scansOf(number)).toEqual(['a.png', 'b.png']);
    expect(await keptRows()).toEqual([]);
  });

  test('stay kept when somebody else was faster and the command still holds', async () => {
    const number = await asked();
    const form = { ...(await formOf(number)), seq: '3' };
    const late = await browser.upload(urlOf(number), form, [scan(0, 'a.png')]);
    expect(late.statusCode).toBe(409);
    expect(await keptRows()).toHaveLength(1);
    const done = await browser.upload(urlOf(number), fieldsOf(late.body, urlOf(number)), []);
    expect(done.statusCode).toBe(303);
    expect(await scansOf(number)).toEqual(['a.png']);
  });

  test('are destroyed when the command is over: too late, or pressed twice', async () => {
    const number = await asked();
    const picture = aPicture();
    const kept = await refusedPress(number, [scan(0, 'a.png', picture)]);
    const form = await formOf(number);
    await pressedInTime(number);
    const another = aPicture();
    const late = await browser.upload(urlOf(number), kept, [scan(1, 'muộn.png', another)]);
    expect(late.statusCode).not.toBe(303);
    expect((await browser.upload(urlOf(number), form, [scan(1, 'muộn.png')])).statusCode).not.toBe(303);
    expect([await isKept(picture), await isKept(another)]).toEqual([false, false]);
    expect(await keptRows()).toEqual([]);
    expect(await unownedScans()).toEqual([]);
  });

  test('of the same press many times at once: one is filed, nothing else stays', async () => {
    const number = await asked();
    const form = await formOf(number);
    const presses = Array.from({ length: 4 }, (_, n) =>
      browser.upload(urlOf(number), form, [scan(0, `${n}.png`)]),
    );
    const answers = await Promise.all(presses);
    expect(answers.map((one) => one.statusCode)).toEqual([303, 303, 303, 303]);
    expect(await scansOf(number)).toHaveLength(1);
    expect(await keptRows()).toEqual([]);
    expect(await unownedScans()).toEqual([]);
  });

  test('that nobody presses for again go in the night after a day', async () => {
    const number = await asked();
    const picture = aPicture();
    const form = await refusedPress(number, [scan(0, 'a.png', picture)]);
    const machineClock = fixedClock(desk.deps.clock.now());
    const { clock, db: database } = desk.deps;
    const night = async (hours: number) => {
      const later = new Date(Date.now() + hours * 3_600_000).toISOString();
      machineClock.set(later as Parameters<typeof machineClock.set>[0]);
      await forgetKeptScans({ db: database, clock, machineClock }).run({}, { jobId: '1', attempt: 1 });
    };
    await night(23);
    expect(await isKept(picture)).toBe(true);
    await night(25);
    expect(await isKept(picture)).toBe(false);
    expect(await keptRows()).toEqual([]);
    const without = await browser.upload(urlOf(number), { ...form, 'paper.0.there': '1' }, []);
    expect(without.statusCode).toBe(303);
    expect(await scansOf(number)).toEqual([]);
  });

  test('go with the personal data of the dossier', async () => {
    const number = await asked();
    const picture = aPicture();
    await refusedPress(number, [scan(0, 'a.png', picture)]);
    const left = { reason: 'đổi ý', originalsReturned: true, receiver: 'Huỳnh Thị Mỹ Duyên' };
    expect(await withdraw(desk.deps, await press(clerk, number), left)).toMatchObject({ ok: true });
    const office = desk.office('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện');
    const protector = await desk.actorOf(office, 'data-protection-officer');
    const order = { ground: 'authority-decision', order: '12/QĐ-UBND' } as const;
    expect(await erase(desk.deps, await press(protector, number), order)).toMatchObject({ ok: true });
    expect(await isKept(picture)).toBe(false);
    expect(await keptRows()).toEqual([]);
  });
});

describe('a scan belongs to the dossier it was uploaded for', () => {
  test('the form of another dossier files nothing of it, whatever ids it is sent', async () => {
    const [one, other] = [await asked(), await asked()];
    const kept = await refusedPress(one, [scan(0, 'a.png')]);
    const stolen = { 'kept-by': kept['kept-by'] ?? '', 'paper.0.kept': kept['paper.0.kept'] ?? '' };
    const sent = { ...(await formOf(other)), ...stolen, 'paper.0.there': '1' };
    expect((await browser.upload(urlOf(other), sent, [])).statusCode).toBe(303);
    expect(await scansOf(other)).toEqual([]);
    expect((await browser.upload(urlOf(one), kept, [])).statusCode).toBe(303);
    expect(await scansOf(one)).toEqual(['a.png']);
  });

  test('nor of a scan that is filed already, or that a colleague has in the form', async () => {
    const [one, other, third] = [await asked(), await asked(), await asked()];
    const colleague = await desk.browser(await desk.actorOf(desk.office(ONE_STOP), 'reception-officer', 1));
    const theirs = await refusedPress(other, [scan(0, 'a.png')]);
    const form = { ...theirs, 'paper.0.there': '1' };
    await pressedInTime(one);
    const [filed] = (await dossierOf(one)).personal?.papers.at(-1)?.files ?? [];
    const tampered = { ...form, 'paper.0.kept': [theirs['paper.0.kept'], filed?.id].join() };
    expect((await colleague.upload(urlOf(other), tampered, [])).statusCode).toBe(303);
    expect(await scansOf(other)).toEqual([]);
    const own = { ...(await refusedPress(third, [])), 'paper.0.kept': filed?.id ?? '', 'paper.0.there': '1' };
    expect((await browser.upload(urlOf(third), own, [])).statusCode).toBe(303);
    expect(await scansOf(third)).toEqual([]);
    expect(await scansOf(one)).toEqual(['kịp.png']);
  });

  test('and the command itself refuses a foreign scan with a sentence', async () => {
    const [one, other] = [await asked(), await asked()];
    await pressedInTime(one);
    const files = (await dossierOf(one)).personal?.papers.at(-1)?.files ?? [];
    const paper = {
      key: null,
      name: 'x',
      way: 'submit',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
    } as const;
    const input = { papers: [{ ...paper, files }], note: null };
    const before = (await dossierOf(other)).seq;
    expect(await receiveSupplement(desk.deps, await press(clerk, other), input)).toMatchObject({
      refusal: { code: 'dossiers/scans-gone' },
    });
    expect((await dossierOf(other)).seq).toBe(before);
  });
});
