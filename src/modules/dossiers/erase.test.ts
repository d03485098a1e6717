import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { listPapers } from '#modules/documents/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { askForCorrection } from './actions/ask-for-correction.ts';
import { erase } from './actions/erase.ts';
import { notAccept } from './actions/not-accept.ts';
import { readDossier } from './actions/read-dossier.ts';
import { verifyHistory } from './actions/verify.ts';
import { withdraw } from './actions/withdraw.ts';
import {
  aBeginPress,
  aFilingInput,
  anOfficeOfChauThanh,
  anOrigin,
  aPress,
  type Office,
} from './testing-office.ts';

const db = await testDatabase();
const { publicKey } = generateKeyPairSync('ed25519');
const order = '12/QĐ-UBND';
let office: Office;
let oneStop: OfficeInForce;
let clerk: Actor;
let protector: Actor;

beforeAll(async () => {
  office = await anOfficeOfChauThanh(db);
  oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  clerk = await office.actorOf(oneStop, 'reception-officer');
  protector = await office.actorOf(
    office.office('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện'),
    'data-protection-officer',
  );
});

const filing = async () => aFilingInput(await office.procedure('1.001612'), oneStop);

async function accepted(): Promise<string> {
  const done = await accept(office.deps, aBeginPress(clerk, await filing()));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

async function withdrawn(): Promise<string> {
  const number = await accepted();
  const done = await withdraw(office.deps, aPress(clerk, number, 1), {
    reason: 'Gia đình đổi ý',
    originalsReturned: true,
    receiver: 'Huỳnh Thị Mỹ Duyên',
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return number;
}

async function notAccepted(): Promise<string> {
  const done = await notAccept(office.deps, aBeginPress(clerk, await filing()), 'Không thuộc thẩm quyền');
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

/** Everything the database still holds, as text: what is not in it is gone. */
async function everythingReadable(): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select (select coalesce(string_agg(t::text, '|'), '') from dossiers.dossier t)
      || (select coalesce(string_agg(t::text, '|'), '') from dossiers.event t)
      || (select coalesce(string_agg(t::text, '|'), '') from documents.paper_content t)
      || (select coalesce(string_agg(t::text, '|'), '') from documents.register_entry t)
      || (select coalesce(string_agg(t::text, '|'), '') from audit.entry t)
      || (select coalesce(string_agg(payload::text, '|'), '') from graphile_worker._private_jobs) as all`.execute(
    db.owner,
  );
  return rows[0]?.all ?? '';
}

describe('erasing by law', () => {
  test('a withdrawn dossier: nothing readable stays, the history verifies and says who ordered it', async () => {
    const number = await withdrawn();
    expect(await everythingReadable()).toContain('Huỳnh Thị Mỹ Duyên');
    const done = await erase(office.deps, aPress(protector, number, 2), { ground: 'retention-over', order });
    expect(done).toMatchObject({ ok: true });
    expect(await everythingReadable()).not.toMatch(/Duyên|duyen|087188004512/);
    expect(await verifyHistory(db.app, office.deps.keys, publicKey)).toMatchObject({ ok: true, erased: 1 });
    const read = await readDossier(office.deps, { actor: protector, origin: anOrigin() }, number);
    expect(read).toMatchObject({
      value: { dossier: { number, state: 'withdrawn', personal: null }, commands: [] },
    });
    expect(read.ok && read.value.events.at(-1)).toMatchObject({
      type: 'personal-erased',
      body: { ground: 'retention-over', order },
      by: { name: protector.name },
    });
    const papers = await listPapers(db.app, read.ok ? read.value.dossier.id : '');
    expect(papers.map((paper) => paper.purpose)).toEqual(['receipt']);
  });

  test('twice is refused with a sentence; the same press again is only answered', async () => {
    const number = await notAccepted();
    const press = aPress(protector, number, 1);
    const input = { ground: 'person-asks', order } as const;
    expect(await erase(office.deps, press, input)).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await erase(office.deps, press, input)).toMatchObject({ ok: true, value: { repeated: true } });
    expect(await erase(office.deps, aPress(protector, number, 2), input)).toMatchObject({
      refusal: { code: 'dossiers/erased-already' },
    });
  });

  test('what archive law keeps stays, however much the person asks; an order has a number', async () => {
    const number = await withdrawn();
    const press = () => aPress(protector, number, 2);
    const code = async (input: Parameters<typeof erase>[2]) => {
      const done = await erase(office.deps, press(), input);
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await code({ ground: 'person-asks', order })).toBe('dossiers/kept-by-archive-law');
    expect(await code({ ground: null, order })).toBe('dossiers/ground-missing');
    expect(await code({ ground: 'authority-decision', order: '<b>' })).toBe('dossiers/order-missing');
    expect(await code({ ground: 'authority-decision', order })).toBe('done');
  });

  test('only what has ended, and only by the data-protection officer', async () => {
    const number = await accepted();
    const input = { ground: 'authority-decision', order } as const;
    expect(await erase(office.deps, aPress(protector, number, 1), input)).toMatchObject({
      refusal: { code: 'dossiers/wrong-state' },
    });
    const correction = { items: [{ name: 'Đơn', what: 'ký tên' }], reason: 'Đơn chưa ký' };
    const asked = await askForCorrection(office.deps, aBeginPress(clerk, await filing()), correction);
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await erase(office.deps, aPress(clerk, asked.value.number, 1), input)).toMatchObject({
      ok: false,
    });
    expect(await erase(office.deps, aPress(clerk, await withdrawn(), 2), input)).toMatchObject({
      refusal: { code: 'dossiers/not-your-post' },
    });
  });
});
