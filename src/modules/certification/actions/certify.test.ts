import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDossier } from '#modules/dossiers/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { closeYearsOver } from '../jobs/close-books.ts';
import { forgetErased } from '../jobs/forget-erased.ts';
import { bookOf } from '../rules/books.ts';
import { aCertifyingCounter, aCopyRequest, type CertifyingCounter, SIGNATURES } from '../testing.ts';
import type { Certified } from './certify.ts';
import { verifyBooks } from './verify-books.ts';

const db = await testDatabase();
const communes = await testDatabase();
let counter: CertifyingCounter;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
});

const entriesOf = (dossier: string) =>
  db.owner
    .selectFrom('certification.entry')
    .selectAll()
    .where('dossier_number', '=', dossier)
    .orderBy('ordinal')
    .execute();

const paymentOf = (dossier: string) =>
  db.owner
    .selectFrom('cash.payment')
    .select(['state', 'amount', 'exempted', 'exemption_key', 'method', 'receipt_number', 'lines'])
    .where('dossier_number', '=', dossier)
    .executeTakeFirst();

function dossierOf(certified: Certified): string {
  if (certified.kind !== 'done') throw new Error(JSON.stringify(certified));
  return certified.dossier;
}

const countOf = async (
  table: 'dossiers.dossier' | 'certification.entry' | 'documents.paper' | 'cash.movement',
) => {
  const { n } = await db.owner
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** From now on the database fails on a line with this name, after its number has been given. */
async function failOn(name: string): Promise<void> {
  await sql`create function certification.fail() returns trigger language plpgsql as
    $$ begin raise exception 'the disk is full'; end $$`.execute(db.owner);
  await sql`create trigger fail before insert on certification.entry for each row
    when (new.document_name = ${sql.lit(name)}) execute function certification.fail()`.execute(db.owner);
}

describe('one press', () => {
  test('accepts the dossier, due the same day, and gives each document its number', async () => {
    const more = { 'documents.1.name': 'Học bạ', 'documents.1.pages': '20', 'documents.1.copies': '1' };
    const number = dossierOf(await counter.press(aCopyRequest(more)));
    const read = await readDossier(counter.deps, counter.by(), number);
    if (!read.ok) throw new Error('not read');
    const { dossier } = read.value;
    expect(dossier).toMatchObject({ state: 'accepted', filing: { fee: { amount: 32_000, way: 'cash' } } });
    expect(dossier.clock.dueAt).toBe('2022-07-25T17:00:00+07:00');
    expect(dossier.receiptIds).toHaveLength(1); // frozen as ever, printed when somebody asks
    expect(await entriesOf(number)).toMatchObject([
      { kind: 'copies', year: 2022, volume: 1, number: 1, pages: 3, copies: 2, fee: 10_000 },
      { number: 2, pages: 20, copies: 1, fee: 22_000, document_name: 'Học bạ' },
    ]);
  });

  test('from 15:00 on it is due on the next working day', async () => {
    counter.setClock('2022-07-25T15:00:00');
    const number = dossierOf(await counter.press(aCopyRequest()));
    const read = await readDossier(counter.deps, counter.by(), number);
    expect(read.ok && read.value.dossier.clock.dueAt?.slice(0, 10)).toBe('2022-07-26');
    counter.setClock('2022-07-26T08:00:00');
  });

  test('signatures have a book of their own, and need the number of a paper', async () => {
    const fields = aCopyRequest({ code: SIGNATURES });
    const number = dossierOf(await counter.press(fields));
    expect(await entriesOf(number)).toMatchObject([
      { kind: 'signatures', number: 1, fee: 20_000, pages: null },
    ]);
    const refused = await counter.press({ ...fields, 'id-number': '' });
    expect(refused).toMatchObject({ problems: [{ code: 'certification/id-number-missing' }] });
  });

  test('an exemption is kept with its ground, its words only in the sealed part', async () => {
    const exempt = { exempt: 'decided', 'exempt-reason': 'Hộ nghèo, NQ 05/2022/NQ-HĐND' };
    const number = dossierOf(await counter.press(aCopyRequest({ ...exempt, electronic: '1' })));
    const [entry] = await entriesOf(number);
    expect(entry).toMatchObject({ fee: 0, exemption: 'decided', electronic_copy: 'requested' });
    const events = await db.owner
      .selectFrom('dossiers.event')
      .select('body')
      .where('dossier_id', '=', entry?.dossier_id ?? '')
      .execute();
    expect(JSON.stringify(events)).not.toContain('Hộ nghèo');
  });

  test('what is paid lies in the drawer with a receipt, by kind and not by name; later it is only due', async () => {
    const paid = await paymentOf(dossierOf(await counter.press(aCopyRequest())));
    expect(paid).toMatchObject({ state: 'paid', amount: 10_000, method: 'cash', exempted: 0 });
    expect(paid?.receipt_number).toMatch(/^\d{7}/);
    expect(paid?.lines).toMatchObject([{ what: 'bản sao', quantity: 2, unit: 5_000, full: 10_000 }]);
    const later = dossierOf(await counter.press(aCopyRequest({ 'fee-way': 'at-return' })));
    expect(await paymentOf(later)).toMatchObject({ state: 'at-return', amount: 10_000 });
    const exempt = { exempt: 'decided', 'exempt-reason': 'Hộ nghèo, NQ 05/2022/NQ-HĐND' };
    const free = await paymentOf(dossierOf(await counter.press(aCopyRequest(exempt))));
    expect(free).toMatchObject({ state: 'exempt', amount: 0, exempted: 10_000, exemption_key: 'decided' });
    expect(JSON.stringify(free)).not.toContain('Hộ nghèo');
  });

  test('what is not certified here is refused, nothing is made', async () => {
    const before = await countOf('dossiers.dossier');
    for (const code of ['2.001035', '1.001612', 'không có'])
      expect(await counter.press(aCopyRequest({ code }))).toMatchObject({
        problems: [{ code: 'certification/not-offered' }],
      });
    expect(await countOf('dossiers.dossier')).toBe(before);
  });

  test('a commune certifies all that its level may, each in its book', async () => {
    const places = [
      ['2022-07-26T08:00:00', 'Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn', 10],
      ['2025-07-02T08:00:00', 'Trung tâm Phục vụ hành chính công xã Phú Hựu', 12],
    ] as const;
    const other = await aCertifyingCounter(communes);
    for (const [clock, name, many] of places) {
      other.setClock(clock);
      const office = (await other.officesInForce()).find((one) => one.name === name);
      if (!office) throw new Error(`no ${name}`);
      const actor = await other.actorOf(office, 'reception-officer');
      const offered = (await other.proceduresInForce()).filter(
        (one) => bookOf(one.code) && one.levels[office.regime].includes('xa'),
      );
      expect(offered).toHaveLength(many);
      for (const { code, cases } of offered) {
        const parties = { 'documents.0.who': 'Ông Lê Minh Đức và bà Huỳnh Thị Bảy' };
        const fields = aCopyRequest({ code, case: cases[0]?.key ?? '', ...parties });
        expect(await other.press(fields, { actor }), code).toMatchObject({ kind: 'done' });
      }
    }
  });

  test('who has no counter certifies nothing', async () => {
    const leadership = counter.offices.find((one) => one.kind === 'leadership' && one.level === 'huyen');
    if (!leadership) throw new Error('no leadership');
    const actor = await counter.actorOf(leadership, 'signing-leader');
    expect(await counter.press(aCopyRequest(), { actor })).toEqual({ kind: 'nothing-here' });
  });
});

describe('twice and at once', () => {
  test('a second press, a reload or a lost answer finds the first', async () => {
    const key = crypto.randomUUID();
    const before = await countOf('certification.entry');
    const presses = await Promise.all([1, 2, 3].map(() => counter.press(aCopyRequest(), { key })));
    const later = await counter.press(aCopyRequest({ name: 'Người khác' }), { key });
    expect(new Set([...presses, later].map(dossierOf)).size).toBe(1);
    expect(later).toMatchObject({ repeated: true });
    expect(await countOf('certification.entry')).toBe(before + 1);
  });

  test('many clerks: no number twice, none left out, also where presses fail in between', async () => {
    const second = await counter.actorOf(counter.oneStop, 'reception-officer', 1);
    await failOn('Hỏng');
    const presses = Array.from({ length: 24 }, (_, index) => {
      const actor = index % 2 === 0 ? counter.clerk : second;
      const more = index % 3 === 0 ? { 'documents.1.name': 'Học bạ', 'documents.1.pages': '2' } : {};
      const fields = aCopyRequest({ ...more, ...(index % 8 === 7 ? { 'documents.0.name': 'Hỏng' } : {}) });
      return counter.press(fields, { actor }).catch(() => null);
    });
    const answers = await Promise.all(presses);
    expect(answers.filter((one) => one === null)).toHaveLength(3);
    const numbers = await db.owner
      .selectFrom('certification.entry')
      .select('number')
      .where('kind', '=', 'copies')
      .orderBy('number')
      .execute();
    expect(numbers.map((row) => row.number)).toEqual(numbers.map((_, index) => index + 1));
    expect(await verifyBooks(db.app)).toEqual({ ok: true });
  });

  test('when the numbers cannot be given there is no dossier, no paper, no money and no day number', async () => {
    const counts = () =>
      Promise.all((['dossiers.dossier', 'documents.paper', 'cash.movement'] as const).map(countOf));
    const before = await counts();
    await db.owner
      .updateTable('certification.book')
      .set({ closed_at: counter.deps.clock.now(), closed_documents: 0, closed_copies: 0, closed_fees: 0 })
      .where('kind', '=', 'copies')
      .execute();
    const refused = await counter.press(aCopyRequest());
    expect(refused).toMatchObject({ problems: [{ code: 'certification/book-closed' }] });
    expect(await counts()).toEqual(before);
    await db.owner
      .updateTable('certification.book')
      .set({ closed_at: null, closed_documents: null, closed_copies: null, closed_fees: null })
      .execute();
    const first = dossierOf(await counter.press(aCopyRequest()));
    const second = dossierOf(await counter.press(aCopyRequest()));
    expect(Number(second.slice(-4))).toBe(Number(first.slice(-4)) + 1);
    expect(await verifyBooks(db.app)).toEqual({ ok: true });
  });
});

describe('the years', () => {
  test('a new year opens a new book at 1; the old one is closed once, with what it holds', async () => {
    expect(await closeYearsOver(counter.deps)).toBe(0);
    counter.setClock('2023-01-03T08:00:00');
    const number = dossierOf(await counter.press(aCopyRequest()));
    expect(await entriesOf(number)).toMatchObject([{ year: 2023, number: 1 }]);
    expect(await closeYearsOver(counter.deps)).toBe(2);
    expect(await closeYearsOver(counter.deps)).toBe(0);
    const closed = await db.owner
      .selectFrom('certification.book')
      .selectAll()
      .where('closed_at', 'is not', null)
      .execute();
    for (const book of closed) expect(book.closed_documents).toBe(book.last);
    expect(closed.every((book) => book.year === 2022)).toBe(true);
  });
});

describe('what is personal', () => {
  test('leaves the book when it is erased by law; numbers, copies and fees stay', async () => {
    const number = dossierOf(await counter.press(aCopyRequest()));
    const [before] = await entriesOf(number);
    const payload = { dossierId: before?.dossier_id };
    await forgetErased(counter.deps).run({ payload }, { jobId: '1', attempt: 1 });
    const [entry] = await entriesOf(number);
    expect(entry).toMatchObject({ number: before?.number, copies: 2, fee: 10_000 });
    expect([entry?.requester_name, entry?.requester_folded, entry?.document_name, entry?.parties]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await verifyBooks(db.app)).toEqual({ ok: true });
  });

  test('the programs can neither delete a line nor change its number', async () => {
    const change = db.app.updateTable('certification.entry').set({ number: 999 }).execute();
    await expect(change).rejects.toThrow('permission denied');
    await expect(db.app.deleteFrom('certification.entry').execute()).rejects.toThrow('permission denied');
    await expect(db.app.deleteFrom('certification.book').execute()).rejects.toThrow('permission denied');
  });

  test('a number taken away from outside is found by verify', async () => {
    await db.owner
      .deleteFrom('certification.entry')
      .where('number', '=', 2)
      .where('year', '=', 2022)
      .execute();
    expect(await verifyBooks(db.app)).toMatchObject({ ok: false });
  });
});
