import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { listPapers } from '#modules/documents/index.ts';
import { machineClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRateLimit } from '#platform/http/rate-limit.ts';
import { accept } from './actions/accept.ts';
import { askForCorrection } from './actions/ask-for-correction.ts';
import { askForSupplement } from './actions/ask-for-supplement.ts';
import { decide } from './actions/decide.ts';
import { erase } from './actions/erase.ts';
import { findKnownPerson } from './actions/find-known-person.ts';
import { findReceivers } from './actions/find-receivers.ts';
import { forward } from './actions/forward.ts';
import { handOver } from './actions/hand-over.ts';
import { listMyWork } from './actions/list-my-work.ts';
import { notAccept } from './actions/not-accept.ts';
import { readDossier } from './actions/read-dossier.ts';
import { reassign } from './actions/reassign.ts';
import { receiveSupplement } from './actions/receive-supplement.ts';
import { search } from './actions/search.ts';
import { takeBack } from './actions/take-back.ts';
import { tellHoldings } from './actions/tell-holdings.ts';
import { aBeginPress, aFilingInput, anOrigin, aPress } from './testing-office.ts';
import { aRoad, HOUSEHOLD_BUSINESS } from './testing-road.ts';
import { allDossiers } from './testing-rows.ts';

const db = await testDatabase();
const { office, oneStop, clerk, specialist, anAccepted, press, inWork, seqOf, toTheLeader } = await aRoad(db);

describe('the road', () => {
  test('a household business is accepted, handled, signed and handed over; every paper is there', async () => {
    const number = await inWork();
    expect(number).toMatch(/^000\.00\.11\.H20-220725-\d{4}$/);
    const leader = await toTheLeader(number);
    const decided = await decide(office.deps, await press(leader, number), {
      outcome: 'granted',
      result: { title: 'Giấy chứng nhận đăng ký hộ kinh doanh', content: 'Cấp cho bà Duyên' },
      note: null,
    });
    expect(decided).toMatchObject({ ok: true });
    const resultClerk = await office.actorOf(oneStop, 'result-clerk');
    const returned = await handOver(office.deps, await press(resultClerk, number), {
      by: 'signature',
      receiver: { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null },
      toAuthorised: false,
      proof: 'ký nhận',
    });
    expect(returned).toMatchObject({ ok: true });
    const read = await readDossier(office.deps, { actor: clerk, origin: anOrigin() }, number);
    expect(read).toMatchObject({
      value: { dossier: { state: 'returned', outcome: 'granted' }, commands: [] },
    });
    const papers = await listPapers(db.app, read.ok ? read.value.dossier.id : '');
    expect(papers.map((paper) => paper.purpose)).toEqual(['receipt', 'result']);
  });

  test('who took the result for somebody else is found by number, with that part only, until it is erased', async () => {
    const number = await inWork();
    const leader = await toTheLeader(number);
    await decide(office.deps, await press(leader, number), {
      outcome: 'granted',
      result: { title: 'Giấy chứng nhận', content: 'Cấp' },
      note: null,
    });
    const resultClerk = await office.actorOf(oneStop, 'result-clerk');
    await handOver(office.deps, await press(resultClerk, number), {
      by: 'signature',
      receiver: { name: 'Trần Văn Thảo', idNumber: '087 085 001 234', relation: 'chồng' },
      toAuthorised: false,
      proof: 'ký nhận',
    });
    const protector = await office.actorOf(
      office.office('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện'),
      'data-protection-officer',
    );
    const agencyIds = [oneStop.agencyId];
    const told = () =>
      tellHoldings(
        office.deps,
        { actor: protector, origin: anOrigin(), purpose: 'question' },
        { number: '087085001234', agencyIds, known: [] },
      );
    expect(await told()).toMatchObject([
      { number, roles: ['receiver'], own: [], tookResult: { name: 'Trần Văn Thảo', relation: 'chồng' } },
    ]);
    const by = { actor: clerk, origin: anOrigin(), agencyId: oneStop.agencyId };
    const limited = { ...office.deps, rateLimit: createRateLimit(db.app, machineClock) };
    expect(await findKnownPerson(limited, by, '087085001234')).toEqual({ ok: true, value: null });
    await sql`delete from dossiers.party where kind = 'receiver'`.execute(db.owner); // as before they were kept
    expect(await told()).toEqual([]);
    expect(await findReceivers(office.deps)).toBe(0); // nothing was handed over when this one was installed
    await sql`update dossiers.receiver_search set done = false`.execute(db.owner);
    const both = await Promise.all([findReceivers(office.deps), findReceivers(office.deps)]);
    expect(both[0] + both[1]).toBeGreaterThanOrEqual(1);
    expect(await told()).toMatchObject([{ number, roles: ['receiver'] }]);
    expect(await findReceivers(office.deps)).toBe(0); // over for good
    await erase(office.deps, await press(protector, number), {
      ground: 'authority-decision',
      order: '12/QĐ-UBND',
    });
    expect(await told()).toEqual([]);
  });

  test('due three working days later, at closing time, and said so before', async () => {
    const number = await anAccepted();
    const row = await db.app
      .selectFrom(allDossiers.as('d'))
      .select(['due_at', 'received_at', 'step_due_at'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      received_at: '2022-07-25T08:00:00+07:00',
      due_at: '2022-07-28T17:00:00+07:00',
    });
  });

  test('a supplement restarts the clock with a new receipt', async () => {
    const number = await inWork();
    const asked = await askForSupplement(office.deps, await press(specialist, number), {
      items: [{ name: 'Hợp đồng thuê', what: 'bản chính' }],
      reason: 'Chưa có hợp đồng thuê địa điểm',
      respondBy: null,
    });
    expect(asked).toMatchObject({ ok: true });
    office.setClock('2022-07-27T09:00:00');
    const received = await receiveSupplement(office.deps, await press(clerk, number), {
      papers: [
        {
          key: null,
          name: 'Hợp đồng thuê',
          way: 'submit',
          originals: 1,
          certifiedCopies: 0,
          photocopies: 0,
          files: [],
        },
      ],
      note: null,
    });
    expect(received).toMatchObject({ ok: true });
    const read = await readDossier(office.deps, { actor: clerk, origin: anOrigin() }, number);
    expect(read).toMatchObject({
      value: {
        dossier: {
          state: 'in-progress',
          firstDueAt: '2022-07-28T17:00:00+07:00',
          clock: { dueAt: '2022-08-01T17:00:00+07:00' },
        },
      },
    });
    office.setClock('2022-07-25T08:00:00');
  });

  test('a decision is taken back, its number stays void, the next one gets the next number', async () => {
    const number = await inWork();
    const leader = await toTheLeader(number);
    const input = { outcome: 'granted' as const, result: { title: 'Giấy', content: 'Cấp' }, note: null };
    await decide(office.deps, await press(leader, number), input);
    const back = await takeBack(office.deps, await press(leader, number), {
      reason: 'Sai tên hộ kinh doanh',
    });
    expect(back).toMatchObject({ ok: true });
    await decide(office.deps, await press(leader, number), input);
    const entries = await sql<{ number: number; void: boolean }>`
      select e.number, e.void_at is not null as void from documents.register_entry e
        join dossiers.dossier d on d.id = e.subject_id
       where e.register = 'result' and d.number = ${number} order by e.number`.execute(db.owner);
    const [first, second] = entries.rows;
    expect(first).toMatchObject({ void: true });
    expect(second).toEqual({ number: (first?.number ?? 0) + 1, void: false });
  });

  test('the unit’s leader gives it to another person of the office, and to nobody else', async () => {
    const number = await inWork();
    const section = office.office('Phòng Tài chính - Kế hoạch');
    const head = await office.actorOf(section, 'unit-leader');
    const other = await office.actorOf(section, 'specialist', 1).catch(() => head);
    const given = { accountId: other.accountId, reason: 'nghỉ phép' };
    expect(await reassign(office.deps, await press(head, number), given)).toMatchObject({ ok: true });
    const stranger = { accountId: clerk.accountId, reason: 'x' };
    expect(await reassign(office.deps, await press(head, number), stranger)).toMatchObject({
      refusal: { code: 'dossiers/not-in-this-office' },
    });
  });
});

describe('before acceptance', () => {
  test('a missing required paper is refused with its name, and nothing is left behind', async () => {
    const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
    const input = aFilingInput(procedure, oneStop);
    const before = await counts();
    const refused = await accept(
      office.deps,
      aBeginPress(clerk, { ...input, personal: { ...input.personal, papers: [] } }),
    );
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'dossiers/papers-missing', field: 'papers' },
    });
    expect(await counts()).toEqual(before);
  });

  test('asked for correction, then accepted from the same dossier', async () => {
    const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
    const input = aFilingInput(procedure, oneStop);
    const guidance = { items: [{ name: 'Đơn', what: 'ký tên' }], reason: 'Đơn chưa ký' };
    const asked = await askForCorrection(office.deps, aBeginPress(clerk, input), guidance);
    if (!asked.ok) throw new Error(asked.refusal.code);
    const reference = asked.value.number;
    const again = {
      ...aBeginPress(clerk, { ...input, draftId: null }),
      existing: { number: reference, seenSeq: 1 },
    };
    const done = await accept(office.deps, again);
    expect(done).toMatchObject({ ok: true });
    const read = await readDossier(office.deps, { actor: clerk, origin: anOrigin() }, reference);
    expect(read).toMatchObject({ value: { dossier: { state: 'accepted', reference } } });
  });

  test('not accepted needs a reason', async () => {
    const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
    const input = aFilingInput(procedure, oneStop);
    expect(await notAccept(office.deps, aBeginPress(clerk, input), ' ')).toMatchObject({
      refusal: { code: 'dossiers/reason-missing' },
    });
    expect(await notAccept(office.deps, aBeginPress(clerk, input), 'Không thuộc thẩm quyền')).toMatchObject({
      ok: true,
    });
  });

  test('a commune’s procedure is not received at the district; the refusal says where to go', async () => {
    const procedure = await office.procedure('1.001193');
    const refused = await accept(office.deps, aBeginPress(clerk, aFilingInput(procedure, oneStop)));
    expect(refused).toMatchObject({ ok: false, refusal: { code: expect.stringContaining('catalogue/') } });
  });
});

async function counts() {
  const { rows } = await sql`select (select count(*) from dossiers.dossier) as dossiers,
    (select count(*) from documents.paper) as papers,
    (select coalesce(sum(last), 0) from dossiers.number_series) as numbers`.execute(db.owner);
  return rows[0];
}

describe('two at once', () => {
  test('a double press of one draft makes one dossier', async () => {
    const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
    const input = aFilingInput(procedure, oneStop);
    const both = await Promise.all([1, 2, 3].map(() => accept(office.deps, aBeginPress(clerk, input))));
    const numbers = both.map((done) => (done.ok ? done.value.number : done.refusal.code));
    expect(new Set(numbers).size).toBe(1);
    expect(both.filter((done) => done.ok && !done.value.repeated)).toHaveLength(1);
  });

  test('twenty clerks at once: numbers without gap or double', async () => {
    const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
    const dones = await Promise.all(
      Array.from({ length: 20 }, () =>
        accept(office.deps, aBeginPress(clerk, aFilingInput(procedure, oneStop))),
      ),
    );
    expect(dones.every((done) => done.ok)).toBe(true);
    const { rows } = await sql<{ ok: boolean }>`
      select count(*) = max(right(number, 4)::int) and count(*) = count(distinct number) as ok
        from dossiers.dossier where number is not null`.execute(db.owner);
    expect(rows[0]?.ok).toBe(true);
  });

  test('who pressed later is told that it changed; the same press again is answered as done', async () => {
    const number = await anAccepted();
    const seen = await seqOf(number);
    const first = aPress(clerk, number, seen);
    expect(await forward(office.deps, first, { note: null })).toMatchObject({ value: { repeated: false } });
    expect(await forward(office.deps, first, { note: null })).toMatchObject({ value: { repeated: true } });
    expect(await forward(office.deps, aPress(clerk, number, seen), { note: null })).toMatchObject({
      refusal: { code: 'dossiers/changed-meanwhile' },
    });
  });
});

describe('who sees what', () => {
  test('to a stranger it does not exist, and the attempt is logged', async () => {
    const number = await anAccepted();
    const stranger = await office.actorOf(office.office('Phòng Tư pháp'), 'specialist');
    const read = await readDossier(office.deps, { actor: stranger, origin: anOrigin() }, number);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'dossiers/not-found' } });
    const acted = await forward(office.deps, await press(stranger, number), { note: null });
    expect(acted).toMatchObject({ refusal: { code: 'dossiers/not-found' } });
    const { rows } = await sql<{ count: number }>`
      select count(*)::int from audit.entry
       where subject_id = ${number} and account_id = ${stranger.accountId} and result = 'refused'`.execute(
      db.owner,
    );
    expect(rows[0]?.count).toBe(2);
  });

  test('my work and search find it; the stranger’s do not', async () => {
    const number = await anAccepted();
    const question = { group: 'all', procedureCode: null, limit: 200, after: null } as const;
    const mine = await listMyWork(db.app, clerk, office.deps.clock.now(), question);
    expect(mine.lines.map((line) => line.name)).toContain(number);
    expect(mine.counts.all).toBeGreaterThan(0);
    const stranger = await office.actorOf(office.office('Phòng Tư pháp'), 'specialist');
    for (const text of ['huynh thi my', number, number.slice(-11), '087188004512']) {
      expect(
        (await search(office.deps, clerk, text)).map((line) => line.name),
        text,
      ).toContain(number);
      expect(await search(office.deps, stranger, text), text).toEqual([]);
    }
  });

  test('a known person is found by the whole number only', async () => {
    await anAccepted();
    const reader = { actor: clerk, origin: anOrigin(), agencyId: oneStop.agencyId };
    const deps = { ...office.deps, rateLimit: createRateLimit(db.app, machineClock) };
    expect(await findKnownPerson(deps, reader, '087 188 004 512')).toMatchObject({
      value: { name: 'Huỳnh Thị Mỹ Duyên' },
    });
    expect(await findKnownPerson(deps, reader, '08718800451')).toEqual({ ok: true, value: null });
  });
});
