import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate, civilDateOfDayNumber, dateOf, dayNumber } from '#kernel/civil-date.ts';
import { findClockEffects } from '#modules/catalogue/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { readDossier } from './actions/read-dossier.ts';
import { verifyHistory } from './actions/verify.ts';
import { aDesk, type Fields, fieldsOf } from './testing-desk.ts';
import { aBeginPress, aFilingInput, anOrigin } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS } from './testing-road.ts';

const db = await testDatabase();
const desk = await aDesk(db);
const { deps } = desk;
const { publicKey } = generateKeyPairSync('ed25519');
const verified = async () => (await verifyHistory(db.app, deps.keys, publicKey)).ok;

let clerk: Actor;
let offices: readonly OfficeInForce[];
let day: string;

/** The district in 2022; the commune that does its work since July 2025. */
const regimes = [
  ['2018', '2022-07-25', '000.00.11.H20', 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4'],
  ['2025', '2025-07-21', 'H20.871', 'Nghị định 118/2025/NĐ-CP'],
] as const;

async function openAt(monday: string, agencyCode: string): Promise<OfficeInForce> {
  day = monday;
  desk.setClock(`${monday}T08:00:00`);
  offices = await desk.officesInForce();
  const agency = offices.find(
    (one) => one.kind === 'agency' && [one.code, one.agencyCode].includes(agencyCode),
  );
  const oneStop = offices.find((one) => one.kind === 'one-stop' && one.agencyId === agency?.id);
  if (!oneStop) throw new Error(`no one-stop of ${agencyCode}`);
  clerk = await desk.actorOf(oneStop, 'reception-officer');
  return oneStop;
}
const dayAfter = (days: number) => civilDateOfDayNumber(dayNumber(civilDate(day)) + days);
const later = (days: number) => desk.setClock(`${dayAfter(days)}T08:00:00`);

const at = (number: string, what = '') => `/lam-viec/ho-so/${number}${what && `/${what}`}`;

async function press(actor: Actor, number: string, slug: string, typed: Fields = {}) {
  const browser = await desk.browser(actor);
  const form = await browser.get(at(number, slug));
  return browser.post(at(number, slug), { ...fieldsOf(form.body, at(number, slug)), ...typed });
}

async function dossierOf(number: string) {
  const read = await readDossier(deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dossier;
}

async function inWork(oneStop: OfficeInForce): Promise<readonly [number: string, specialist: Actor]> {
  const filing = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), oneStop);
  const done = await accept(deps, aBeginPress(clerk, filing));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const { number } = done.value;
  await press(clerk, number, 'chuyen');
  const { holder } = await dossierOf(number);
  const section = offices.find((one) => one.id === holder?.officeId);
  if (!section) throw new Error('nobody holds it');
  const specialist = await desk.actorOf(section, 'specialist');
  await press(specialist, number, 'nhan');
  await press(specialist, number, 'bat-dau');
  return [number, specialist];
}

async function askForPapers(number: string, specialist: Actor): Promise<void> {
  const form = await (await desk.browser(specialist)).get(at(number, 'bo-sung'));
  const rows = fieldsOf(form.body, at(number, 'bo-sung'));
  const free = Object.keys(rows).find((name) => /^item\.\d+\.name$/.test(name) && rows[name] === '') ?? '';
  const typed = { [free]: 'Hợp đồng thuê', [free.replace('name', 'what')]: 'bản chính', reason: 'Chưa có' };
  expect((await press(specialist, number, 'bo-sung', typed)).statusCode).toBe(303);
}

async function bring(number: string): Promise<void> {
  const [browser, url] = [await desk.browser(clerk), at(number, 'nhan-bo-sung')];
  const fields = fieldsOf((await browser.get(url)).body, url);
  expect((await browser.upload(url, { ...fields, 'paper.0.there': '1' }, [])).statusCode).toBe(303);
}

const dueDay = async (number: string) => {
  const { clock } = await dossierOf(number);
  return clock.dueAt && dateOf(clock.dueAt);
};
const pageOf = async (number: string, actor: Actor) => {
  const browser = await desk.browser(actor);
  return (await browser.get(at(number))).body.replace(/\s+/g, ' ');
};

describe.each(regimes)('regime %s', (regime, monday, agencyCode, law) => {
  beforeEach(async () => {
    await sql`delete from catalogue.clock_effect where basis like 'Luật thử%'`.execute(db.owner);
    await sql`delete from catalogue.clock_effect_set`.execute(db.owner);
  });
  /** What an administrator sets today on the page of it, from a later day on. */
  const set = (effect: string, from: number) =>
    sql`insert into catalogue.clock_effect_set
      (id, regime, procedure_code, event, effect, basis, valid_from, set_by, set_by_name, set_at)
      values (gen_random_uuid(), ${regime}, ${HOUSEHOLD_BUSINESS}, 'supplement', ${effect}, 'Luật đặt sau',
        ${dayAfter(from)}, gen_random_uuid(), 'Dương Văn Nghĩa', ${deps.clock.now()})`.execute(db.app);
  const own = (event: string, effect: string) =>
    sql`insert into catalogue.clock_effect (regime, procedure_code, event, effect, basis, checked)
      values (${regime}, ${HOUSEHOLD_BUSINESS}, ${event}, ${effect}, ${`Luật thử ${event}`}, true)`.execute(
      db.owner,
    );

  test('a supplement starts the clock anew; the page names the law', async () => {
    const [number, specialist] = await inWork(await openAt(monday, agencyCode));
    later(1);
    await askForPapers(number, specialist);
    later(8);
    await bring(number);
    expect(await dueDay(number)).toBe(dayAfter(11));
    expect(await pageOf(number, specialist)).toContain(law);
    expect(await verified()).toBe(true);
  });

  test('where the law of the procedure says so the supplement only suspends it', async () => {
    await own('supplement', 'suspend');
    const [number, specialist] = await inWork(await openAt(monday, agencyCode));
    later(1);
    await askForPapers(number, specialist);
    expect((await dossierOf(number)).clock).toMatchObject({ state: 'suspended', remaining: { value: 3 } });
    later(8);
    await bring(number);
    expect(await dueDay(number)).toBe(dayAfter(10));
    expect(await pageOf(number, specialist)).toContain('Luật thử supplement');
    expect(await verified()).toBe(true);
  });

  test.each([
    ['restart', 'suspend', 11, 8],
    ['suspend', 'restart', 10, 11],
  ] as const)(
    'a wait begun under %s keeps it where %s holds from a day within it; what is pressed from then on follows it',
    async (before, after, begun, next) => {
      await own('supplement', before);
      const oneStop = await openAt(monday, agencyCode);
      const [[number, specialist], [other, colleague]] = [await inWork(oneStop), await inWork(oneStop)];
      later(1);
      await set(after, 3);
      await askForPapers(number, specialist);
      const waiting = await dossierOf(number);
      later(3);
      expect(await dossierOf(number)).toEqual(waiting);
      expect(await dueDay(other)).toBe(dayAfter(3)); // nothing was pressed: nothing moved
      await askForPapers(other, colleague);
      later(8);
      for (const one of [number, other]) await bring(one);
      expect([await dueDay(number), await dueDay(other)]).toEqual([dayAfter(begun), dayAfter(next)]);
      const [page, pageOfOther] = [await pageOf(number, specialist), await pageOf(other, colleague)];
      expect(page).toContain('Luật thử supplement');
      expect(page).not.toContain('Luật đặt sau');
      expect(pageOfOther).toContain('Luật đặt sau');
      expect(await verified()).toBe(true);
    },
  );

  test('an opinion for which the law leaves the wait out: from the form to the derivation', async () => {
    await own('opinion', 'suspend');
    const [number, specialist] = await inWork(await openAt(monday, agencyCode));
    const { holder, filing } = await dossierOf(number);
    const asked = offices.find(
      (one) => one.kind === 'section' && one.agencyId === filing.agencyId && one.id !== holder?.officeId,
    );
    if (!asked) throw new Error('nobody to ask');
    later(1);
    const form = await (await desk.browser(specialist)).get(at(number, 'hoi-y-kien'));
    expect(form.body).toContain('Luật thử opinion');
    const [year, month, date] = dayAfter(3).split('-');
    const question = {
      officeId: asked.id,
      question: 'Có vướng gì không?',
      answerBy: `${date}/${month}/${year}`,
    };
    const sent = await press(specialist, number, 'hoi-y-kien', { ...question, suspends: '1' });
    expect(sent.statusCode, sent.body.slice(0, 2000)).toBe(303);
    expect(await dueDay(number)).toBeNull();
    const waiting = await pageOf(number, specialist);
    expect(waiting).toContain(`chờ ý kiến của ${asked.name}. Căn cứ: Luật thử opinion.`);
    later(8);
    const adviser = await desk.actorOf(asked, 'specialist');
    const answered = await press(adviser, number, 'tra-loi-y-kien', { order: '1', answer: 'Không' });
    expect(answered.statusCode).toBe(303);
    expect(await dueDay(number)).toBe(dayAfter(10));
    expect(await pageOf(number, specialist)).toContain('Luật thử opinion');
    expect(await verified()).toBe(true);
  });

  test('where no law says so the form does not offer it, and a press is refused', async () => {
    const [number, specialist] = await inWork(await openAt(monday, agencyCode));
    const form = await (await desk.browser(specialist)).get(at(number, 'hoi-y-kien'));
    expect(form.body).not.toContain('name="suspends"');
    const { holder, filing } = await dossierOf(number);
    const asked = offices.find(
      (one) => one.kind === 'section' && one.agencyId === filing.agencyId && one.id !== holder?.officeId,
    );
    const [year, month, date] = dayAfter(3).split('-');
    const question = { officeId: asked?.id ?? '', question: 'Có?', answerBy: `${date}/${month}/${year}` };
    const sent = await press(specialist, number, 'hoi-y-kien', { ...question, suspends: '1' });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('Xin bỏ chọn ô đó');
  });

  test('the rule that holds on a day is asked for, not the one after it', async () => {
    await sql`insert into catalogue.clock_effect
      (regime, event, most, basis, checked, valid_from) values (${regime}, 're-appointment', 2, 'Luật thử mới', true, '2030-01-01')`.execute(
      db.owner,
    );
    const on = async (date: string) =>
      (await findClockEffects(db.app, { procedureCode: HOUSEHOLD_BUSINESS, regime, on: civilDate(date) }))
        .reAppointment;
    expect([(await on('2029-12-31')).most, (await on('2030-01-01')).most]).toEqual([1, 2]);
  });
});
