import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { handOverMany, type ManyResults } from './actions/hand-over-many.ts';
import { listReadyResults } from './actions/list-ready-results.ts';
import { readDossier } from './actions/read-dossier.ts';
import { verifyHistory } from './actions/verify.ts';
import { findReturnSheet } from './store/return-sheets.ts';
import { aDecided } from './testing-decided.ts';
import { aDesk, type Browser, type Desk, fieldsOf } from './testing-desk.ts';
import { anOrigin } from './testing-office.ts';
import { ONE_STOP, SECTION } from './testing-road.ts';
import { instead } from './testing-stand-in.ts';

const db = await testDatabase();
let desk: Desk;
let clerk: Actor;
let atCounter: Browser;
const list = '/lam-viec/tra-ket-qua';

beforeAll(async () => {
  desk = await aDesk(db);
  clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
  atCounter = await desk.browser(clerk);
});

const aKey = () => desk.deps.random.uuid(desk.deps.machineMs());
async function readOf(number: string) {
  const read = await readDossier(desk.deps, { actor: clerk, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}
const stateOf = async (number: string) => (await readOf(number)).dossier.state;
const tick = async (number: string) => `${(await readOf(number)).dossier.seq}~${number}`;

const duyen = { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null };
const seen = { receiver: duyen, card: true, authorisation: false, feesSaid: null };

async function many(numbers: readonly string[], change: Partial<ManyResults> = {}): Promise<ManyResults> {
  const chosen = [];
  for (const number of numbers)
    chosen.push({ number, seenSeq: (await readOf(number)).dossier.seq, originalsReturned: true });
  return { chosen, seen, by: 'signature', proof: 'ký phiếu', ...change };
}
const give = (input: ManyResults, key = aKey(), actor = clerk) =>
  handOverMany(desk.deps, { actor, origin: anOrigin(), key }, input);

describe('several results for one person', () => {
  test('by the pages: ticked in the list, one form, one sheet to sign; each history says it', async () => {
    const numbers = [await aDecided(desk), await aDecided(desk)];
    const shown = await atCounter.post(`${list}/tra`, { chon: await Promise.all(numbers.map(tick)) });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('value="Huỳnh Thị Mỹ Duyên"');
    const form = {
      ...fieldsOf(shown.body, `${list}/tra/xong`),
      chon: await Promise.all(numbers.map(tick)),
      receiverNumber: '087188004512',
      by: 'signature',
    };
    const unseen = await atCounter.post(`${list}/tra/xong`, form);
    expect(unseen.statusCode).toBe(422);
    expect(unseen.body).toContain('Chưa xem giấy tờ tùy thân');
    expect(unseen.body).toContain('value="087188004512"');
    const first = numbers[0] ?? '';
    const done = await atCounter.post(`${list}/tra/xong`, {
      ...form,
      card: '1',
      [`originals.${first}`]: '1',
    });
    expect(done.statusCode).toBe(303);
    const sheet = await atCounter.get(String(done.headers.location));
    for (const number of numbers) expect(sheet.body).toContain(number);
    expect(sheet.body).not.toContain('087188004512');
    expect(sheet.body).toContain('Người nhận: Huỳnh Thị Mỹ Duyên');
    for (const number of numbers) expect(await stateOf(number)).toBe('returned');
    const last = (await readOf(first)).events.at(-1);
    expect(last?.body).toMatchObject({ by: 'signature', toAuthorised: false, originalsReturned: true });
    const again = await atCounter.post(`${list}/tra/xong`, { ...form, card: '1' });
    expect(again.headers.location).toBe(done.headers.location);
    expect(await verifyHistory(db.app, desk.deps.keys, desk.deps.rootKey.publicKey)).toMatchObject({
      ok: true,
    });
  });

  test('all or none: one that somebody else has changed holds up all, and is named', async () => {
    const numbers = [await aDecided(desk), await aDecided(desk)];
    const input = await many(numbers);
    const [one, two] = input.chosen;
    if (!one || !two) throw new Error('two');
    const done = await give({ ...input, chosen: [one, { ...two, seenSeq: 1 }] });
    expect(done).toMatchObject({
      refusal: { code: 'dossiers/changed-meanwhile', params: { number: two.number } },
    });
    expect(await Promise.all(numbers.map(stateOf))).toEqual(['decided', 'decided']);
    expect((await db.owner.selectFrom('dossiers.return_sheet').selectAll().execute()).length).toBe(1);
  });

  test('two clerks at once who share a result: one hands over, the other is told; never half', async () => {
    const [a, b, c] = [await aDecided(desk), await aDecided(desk), await aDecided(desk)];
    const [first, second] = [await many([a, b]), await many([c, b])];
    const both = await Promise.all([give(first), give(second)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const won = both[0]?.ok ? [a, b] : [c, b];
    for (const number of [a, b, c])
      expect(await stateOf(number)).toBe(won.includes(number) ? 'returned' : 'decided');
  });

  test('the same press at once is one sheet', async () => {
    const input = await many([await aDecided(desk), await aDecided(desk)]);
    const key = aKey();
    const both = await Promise.all([give(input, key), give(input, key)]);
    expect(both.every((one) => one.ok)).toBe(true);
    const other = await give(input, key, { ...clerk, accountId: aKey() });
    expect(other).toMatchObject({ refusal: { code: 'dossiers/press-used' } });
  });

  test('somebody else needs an authorisation that was seen, or a relation; the history says which', async () => {
    const input = await many([await aDecided(desk), await aDecided(desk)]);
    const stranger = { name: 'Lê Văn Tám', idNumber: '087090001234', relation: null };
    const refused = await give({ ...input, seen: { ...seen, receiver: stranger } });
    expect(refused).toMatchObject({ refusal: { code: 'dossiers/receiver-unknown' } });
    const done = await give({ ...input, seen: { ...seen, receiver: stranger, authorisation: true } });
    expect(done.ok).toBe(true);
    const { events } = await readOf(input.chosen[0]?.number ?? '');
    expect(events.at(-1)?.body).toMatchObject({ toAuthorised: true });
  });

  test('nothing ticked, too many, a stranger’s, hostile: a sentence, nothing done', async () => {
    const number = await aDecided(desk);
    expect((await atCounter.post(`${list}/tra`, {})).body).toContain('Chưa chọn hồ sơ nào');
    expect((await atCounter.post(`${list}/tra`, { chon: '<script>' })).statusCode).toBe(422);
    const lots = Array.from({ length: 21 }, () => `1~${number}`);
    expect((await atCounter.post(`${list}/tra`, { chon: lots })).body).toContain('20');
    const press = { chon: await tick(number), card: '1', key: 'x', receiverNumber: '1' };
    for (const receiverName of ['', 'x'.repeat(5000), ' ', '\u0000'])
      expect((await atCounter.post(`${list}/tra/xong`, { ...press, receiverName })).statusCode).toBe(422);
    const [post] = clerk.posts;
    if (!post) throw new Error('no post');
    const stranger = { ...clerk, posts: [{ ...post, officeId: aKey(), agencyId: aKey() }] };
    const other = await desk.browser(stranger);
    const refused = await other.post(`${list}/tra`, { chon: await tick(number) });
    expect(refused.statusCode).toBe(404);
    expect(refused.body).not.toContain('Duyên');
    expect((await other.get(`${list}/phieu/${aKey()}`)).statusCode).toBe(404);
    expect((await atCounter.get(`${list}/phieu/x`)).statusCode).toBe(404);
    expect(await stateOf(number)).toBe('decided');
  });

  test('who made a sheet and now works elsewhere sees it: what she may no longer read by its number only', async () => {
    const [kept = '', lost = ''] = [await aDecided(desk), await aDecided(desk)];
    const done = await give(await many([kept, lost]));
    const path = `${list}/phieu/${done.ok ? done.value.sheetId : ''}`;
    const [post] = clerk.posts;
    if (!post) throw new Error('no post');
    const elsewhere = { ...post, officeId: aKey(), agencyId: aKey() };
    const moved = await desk.browser({ ...clerk, posts: [elsewhere] });
    const refusals = () =>
      db.owner
        .selectFrom('audit.entry')
        .select('position')
        .where('result', '=', 'refused')
        .where('action', '=', 'dossiers/read')
        .execute();
    const before = await refusals();
    const none = await moved.get(path);
    expect(none.statusCode).toBe(200);
    for (const number of [kept, lost]) {
      expect(none.body).toContain(number);
      expect(none.body).not.toContain(`href="/lam-viec/ho-so/${number}"`);
    }
    expect(none.body).toContain('nay không còn quyền xem');
    for (const secret of ['Duyên', '*', 'hộ kinh doanh'])
      expect(none.body.split('<main')[1]).not.toContain(secret);
    const row = db.owner.selectFrom('dossiers.dossier').select('id').where('number', '=', kept);
    const { id } = await row.executeTakeFirstOrThrow();
    await db.owner
      .insertInto('dossiers.involved_office')
      .values({ dossier_id: id, office_id: elsewhere.officeId, received_at: desk.deps.clock.now() })
      .execute();
    const some = (await moved.get(path)).body;
    expect(some).toContain('Người nhận: Huỳnh Thị Mỹ Duyên');
    expect(some).toContain(`href="/lam-viec/ho-so/${kept}"`);
    expect(some).not.toContain(`href="/lam-viec/ho-so/${lost}"`);
    expect(await refusals()).toHaveLength(before.length); // her own sheet is no attempt on what is not hers
    const stranger = await desk.browser({ ...clerk, accountId: aKey(), posts: [elsewhere] });
    expect((await stranger.get(path)).statusCode).toBe(404);
    expect((await refusals()).length).toBeGreaterThan(before.length);
  });

  test('the substitute of who is away sees them and returns them, in the name of the same one-stop', async () => {
    const number = await aDecided(desk);
    const specialist = await desk.actorOf(desk.office(SECTION), 'specialist');
    const substitute = instead(specialist, clerk);
    const ready = (actor: Actor) => listReadyResults(db.app, actor, { limit: 50, after: null });
    expect(await ready(specialist)).toEqual([]);
    expect((await ready(substitute)).map(({ name }) => name)).toContain(number);
    const refused = { refusal: { code: 'dossiers/not-your-post' } };
    expect(await give(await many([number]), aKey(), specialist)).toMatchObject(refused);
    const done = await give(await many([number]), aKey(), substitute);
    expect(done.ok).toBe(true);
    const sheet = done.ok && (await findReturnSheet(db.app, done.value.sheetId));
    expect(sheet).toMatchObject({ officeId: clerk.posts[0]?.officeId, numbers: [number] });
    const last = (await readOf(number)).events.at(-1);
    expect(last?.body.instead).toMatchObject({ kind: 'substitute', name: clerk.name });
  });
});
