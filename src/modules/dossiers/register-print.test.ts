import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { forgetPrints, forgetPrintsOfErased } from './jobs/forget-prints.ts';
import { printRegisterJob } from './jobs/print-register.ts';
import { aDesk, type Browser, type Desk } from './testing-desk.ts';
import { aBeginPress, aFilingInput } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';

const db = await testDatabase();
const prints = '/lam-viec/so-theo-doi/in';
const july = { so: 'tiep-nhan', thang: '2022-07' };
let desk: Desk;
let clerk: Actor;
let atCounter: Browser;
let drawn: { template: string; data: { rows: string[][]; title: string; month: string; office: string } }[];
const numbers: string[] = [];

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  atCounter = await desk.browser(clerk);
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  for (let i = 0; i < 3; i += 1) {
    const done = await accept(desk.deps, aBeginPress(clerk, aFilingInput(procedure, desk.office(ONE_STOP))));
    if (!done.ok) throw new Error(done.refusal.code);
    numbers.push(done.value.number);
  }
});
beforeEach(async () => {
  drawn = [];
  await sql`delete from graphile_worker._private_jobs`.execute(db.owner);
});

/** What the worker does with one press: the job that it put into the queue. */
async function work(mostLines = 100): Promise<void> {
  const longPapers = {
    mostLines,
    draw: async (template: string, data: unknown) => {
      drawn.push({ template, data: data as (typeof drawn)[number]['data'] });
      return Buffer.from('%PDF-1.7 the register');
    },
  };
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs`.execute(db.owner);
  const job = printRegisterJob({ ...desk.deps, longPapers });
  for (const { payload } of rows) await job.run(payload, { jobId: '1', attempt: 1 });
}

async function ask(browser: Browser = atCounter, change = {}): Promise<string> {
  const asked = await browser.post(prints, { ...july, key: crypto.randomUUID(), ...change });
  expect(asked.statusCode).toBe(303);
  return String(asked.headers.location);
}

const readsOf = () =>
  db.owner
    .selectFrom('audit.entry')
    .where('action', '=', 'dossiers/read-register')
    .select(['account_id', 'subject_id'])
    .orderBy('position')
    .execute();

describe('the print of a month', () => {
  test('is asked for by a press, made by the worker, fetched when it is ready; no page waits for it', async () => {
    const before = (await readsOf()).length;
    const path = await ask();
    expect((await atCounter.get(path)).body).toContain('Đang lập bản in');
    expect((await atCounter.get(`${path}.pdf`)).statusCode).toBe(404);
    await work();
    expect(drawn).toHaveLength(1);
    const [{ template, data } = { template: '', data: undefined }] = drawn;
    expect(template).toBe('shared/register.typ');
    expect(data).toMatchObject({
      title: 'Sổ theo dõi hồ sơ',
      month: '07/2022',
      office: ONE_STOP,
      demo: true,
    });
    expect(data?.rows.map(([number]) => number)).toEqual(numbers);
    const page = (await atCounter.get(path)).body;
    expect(page).toContain('Đã lập xong, 3 dòng');
    expect(page).toContain(`href="${path}.pdf"`);
    const pdf = await atCounter.get(`${path}.pdf`);
    expect(pdf.headers['content-type']).toContain('application/pdf');
    expect(pdf.rawPayload.toString()).toBe('%PDF-1.7 the register');
    const reads = (await readsOf()).slice(before); // the press, and the fetching
    expect(reads).toHaveLength(2);
    for (const read of reads) {
      expect(read.account_id).toBe(clerk.accountId);
      expect(read.subject_id).toContain('2022-07-01 2022-07-31');
    }
  });

  test('the same press twice is one print; a second try of the job draws nothing again', async () => {
    const key = crypto.randomUUID();
    const paths = await Promise.all([ask(atCounter, { key }), ask(atCounter, { key })]);
    expect(new Set(paths).size).toBe(1);
    const jobs = await sql<{ payload: unknown }>`select payload from graphile_worker._private_jobs`.execute(
      db.owner,
    );
    expect(jobs.rows).toEqual([{ payload: { id: key } }]); // nothing personal in the queue
    await work();
    await work();
    expect(drawn).toHaveLength(1);
  });

  test('belongs to whoever asked, while they keep that register', async () => {
    const path = await ask();
    await work();
    const colleague = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer', 1);
    const [post] = clerk.posts;
    if (!post) throw new Error('no post');
    const elsewhere = { ...clerk, posts: [{ ...post, officeId: crypto.randomUUID() }] };
    for (const actor of [colleague, elsewhere]) {
      const browser = await desk.browser(actor);
      for (const what of ['', '.pdf']) expect((await browser.get(`${path}${what}`)).statusCode).toBe(404);
    }
    const stranger = await desk.browser(elsewhere);
    const theirs = { ...july, key: crypto.randomUUID(), 'bo-phan': post.officeId };
    expect((await stranger.post(prints, theirs)).statusCode).toBe(404);
    for (const bad of ['x', crypto.randomUUID(), 'x.pdf', "1'--", 'x'.repeat(500)])
      expect((await atCounter.get(`${prints}/${encodeURIComponent(bad)}`)).statusCode).toBe(404);
    expect((await atCounter.post(prints, { ...july, key: 'x' })).statusCode).toBe(422);
    for (const bad of ['2022-13', "'; --", '9999-99'])
      expect(await ask(atCounter, { thang: bad })).toContain(prints);
  });

  test('lies sealed, goes after a day, and when somebody is erased by law', async () => {
    const path = await ask();
    await work();
    const { rows } = await sql<{ all: string }>`
      select string_agg(encode(sealed, 'escape') || t::text, '|') as all from dossiers.register_print t`.execute(
      db.owner,
    );
    expect(rows[0]?.all).not.toContain('%PDF');
    expect(rows[0]?.all).not.toContain('Duyên');
    const run = { jobId: '1', attempt: 1 };
    const later = (hours: number) =>
      instantOfMs(msOfInstant(instant('2022-07-25T08:00')) + hours * 3_600_000);
    const forget = (hours: number) =>
      forgetPrints({ db: db.app, machineClock: fixedClock(later(hours)) }).run({}, run);
    await forget(23);
    expect((await atCounter.get(path)).statusCode).toBe(200);
    await db.owner
      .updateTable('dossiers.register_print')
      .set({ asked_at: later(-25) })
      .execute();
    for (const what of ['', '.pdf']) expect((await atCounter.get(`${path}${what}`)).statusCode).toBe(404);
    await forget(0);
    const kept = () => db.owner.selectFrom('dossiers.register_print').select('id').execute();
    expect(await kept()).toEqual([]);
    const again = await ask();
    await work();
    await forgetPrintsOfErased({ db: db.app }).run({ type: 'dossiers/personal-erased' }, run);
    expect(await kept()).toEqual([]);
    expect((await atCounter.get(again)).statusCode).toBe(404);
    await work(); // what was forgotten while it waited is not made any more
    expect(await kept()).toEqual([]);
  });

  test('a month with more lines than a print takes says so and offers the sheet', async () => {
    const path = await ask();
    await work(2);
    expect(drawn).toEqual([]);
    const { body } = await atCounter.get(path);
    expect(body).toContain('Tháng này có 3 dòng');
    expect(body).toContain('so-theo-doi.xlsx?so=tiep-nhan&amp;thang=2022-07');
    expect((await atCounter.get(`${path}.pdf`)).statusCode).toBe(404);
  });
});
