import { generateKeyPairSync } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { verifyPapers } from '#modules/documents/index.ts';
import { withCopying } from '#platform/db/copy-rows.ts';
import { createPool } from '#platform/db/database.ts';
import { loadWritten } from '#platform/db/load-written.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { Written } from '#platform/db/written.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import { verifyHistory } from './actions/verify.ts';
import { MemoryBook } from './memory/book.ts';
import type { Scripted, ScriptedLater } from './memory/scripted.ts';
import { dossierTriggers, writtenTables } from './memory/written.ts';
import { aFilingInput, anOfficeOfChauThanh } from './testing-office.ts';
import { playerOverSql } from './testing-player.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP, SECTION } from './testing-road.ts';
import { emptyWritten, everyWrittenRow } from './testing-written.ts';

const db = await testDatabase();
const pool = createPool({ connectionString: db.ownerUrl, max: 1 });
afterAll(() => pool.end());
const { publicKey } = generateKeyPairSync('ed25519');
const office = await anOfficeOfChauThanh(db);
const at = (text: string) => instant(`2022-${text}`);
const span = { from: civilDate('2022-01-01'), to: civilDate('2022-07-25') };
const oneStop = office.office(ONE_STOP);
const clerk = await office.actorOf(oneStop, 'reception-officer');
const head = await office.actorOf(oneStop, 'one-stop-head');
const specialist = await office.actorOf(office.office(SECTION), 'specialist');
const leader = await office.actorOf(office.office(SECTION), 'signing-leader');
const asked = office.office('Phòng Tư pháp');
const adviser = await office.actorOf(asked, 'specialist');
const resultClerk = await office.actorOf(oneStop, 'result-clerk');
const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
const guidance = {
  items: [{ name: 'Giấy đề nghị', what: 'Ghi đủ ngành, nghề' }],
  reason: 'Chưa ghi ngành, nghề',
};
const brought = {
  ...{ key: null, name: 'Giấy đề nghị', way: 'submit' as const },
  ...{ originals: 1, certifiedCopies: 0, photocopies: 0, files: [] },
};
const draft = { title: 'Giấy chứng nhận', content: 'Cấp cho bà Duyên' };

type Step = readonly [at: string, actor: Actor, what: Pick<ScriptedLater, 'command' | 'input'>];
interface Life {
  readonly channel: 'direct' | 'online' | 'post';
  readonly first: string;
  readonly beginning: 'accept' | 'ask-for-correction' | 'not-accept';
  readonly steps: readonly Step[];
}

const road = (from: string): Step[] => [
  [`${from}T09:00:00`, clerk, { command: 'forward', input: { note: 'Đủ giấy tờ' } }],
  [`${from}T09:30:00`, specialist, { command: 'confirm-receipt', input: null }],
  [`${from}T10:00:00`, specialist, { command: 'start-step', input: null }],
];
const toTheLeader: Step = [
  '03-02T10:00:00',
  specialist,
  { command: 'finish-step', input: { note: null, draft } },
];

const lives: readonly Life[] = [
  {
    ...{ channel: 'direct', first: '03-01T08:15:10', beginning: 'accept' },
    steps: [
      ...road('03-01'),
      [
        '03-01T14:00:00',
        specialist,
        { command: 'ask-for-supplement', input: { ...guidance, respondBy: null } },
      ],
      ['03-01T15:00:00', clerk, { command: 'announce-supplement', input: { by: 'phone', note: null } }],
      [
        '03-01T16:00:00',
        clerk,
        { command: 'receive-supplement', input: { papers: [brought], note: 'Đã bổ sung' } },
      ],
      [
        '03-02T07:30:00',
        specialist,
        {
          command: 'ask-opinion',
          input: { officeId: asked.id, question: 'Có trùng tên không?', answerBy: civilDate('2022-03-03') },
        },
      ],
      ['03-02T08:00:00', adviser, { command: 'answer-opinion', input: { order: 1, answer: 'Không trùng' } }],
      [
        '03-02T08:30:00',
        specialist,
        { command: 'ask-for-payment', input: { amount: 100_000, basis: 'Thông báo 12', note: null } },
      ],
      ['03-02T09:00:00', clerk, { command: 'record-payment', input: { by: 'transfer', proof: 'GD 12' } }],
      toTheLeader,
      [
        '03-02T14:00:00',
        leader,
        { command: 'decide', input: { outcome: 'granted', result: draft, note: null } },
      ],
      [
        '03-03T08:00:00',
        resultClerk,
        { command: 'announce-result', input: { way: 'phone', outcome: 'reached', note: null } },
      ],
      [
        '03-03T09:00:00',
        resultClerk,
        {
          command: 'hand-over',
          input: {
            by: 'signature',
            receiver: { name: 'Huỳnh Thị Mỹ Duyên', idNumber: '087188004512', relation: null },
            toAuthorised: false,
            proof: 'Ký nhận',
          },
        },
      ],
    ],
  },
  {
    ...{ channel: 'online', first: '03-01T20:10:00', beginning: 'accept' },
    steps: [
      ['03-02T09:00:00', clerk, { command: 'forward', input: { note: null } }],
      ['03-02T09:10:00', specialist, { command: 'refuse-receipt', input: { missing: 'Thiếu bản vẽ' } }],
      ['03-02T09:20:00', clerk, { command: 'forward', input: { note: null } }],
      ['03-02T09:30:00', specialist, { command: 'confirm-receipt', input: null }],
      [
        '03-02T09:40:00',
        leader,
        { command: 're-appoint', input: { date: civilDate('2022-03-10'), reason: 'Hồ sơ phức tạp' } },
      ],
      [
        '03-02T10:30:00',
        clerk,
        {
          command: 'withdraw',
          input: { reason: 'Không làm nữa', originalsReturned: true, receiver: 'Bà Duyên' },
        },
      ],
    ],
  },
  {
    ...{ channel: 'post', first: '03-02T08:20:00', beginning: 'accept' },
    steps: [
      [
        '03-02T09:05:00',
        head,
        { command: 'annul-acceptance', input: { ground: 'double', reason: 'Nhập hai lần' } },
      ],
    ],
  },
  { ...{ channel: 'direct', first: '03-02T08:25:00', beginning: 'ask-for-correction' }, steps: [] },
  { ...{ channel: 'direct', first: '03-02T08:26:00', beginning: 'not-accept' }, steps: [] },
];

type Give = (scripted: Scripted, seed: string) => Promise<string>;
type See = (
  name: string,
) => Promise<{ readonly seq: number } | undefined> | { readonly seq: number } | undefined;

/** All presses of all lives in the order of time, as a simulation gives them. */
async function playAll(give: Give, see: See): Promise<void> {
  const names = new Map<Life, string>();
  const presses = lives.flatMap((life) => [
    { life, at: at(life.first), step: undefined },
    ...life.steps.map((step) => ({ life, at: at(step[0]), step })),
  ]);
  let n = 0;
  for (const { life, at: moment, step } of presses.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    n += 1;
    const key = seededRandom(`key ${n}`).uuid(0);
    if (!step) {
      names.set(life, await begin(give, life, moment, n, key));
      continue;
    }
    const [, actor, what] = step;
    const number = names.get(life) ?? '';
    const seenSeq = (await see(number))?.seq ?? 0;
    await give({ at: moment, actor, key, what: { ...what, number, seenSeq } as ScriptedLater }, `press ${n}`);
  }
}

async function begin(give: Give, life: Life, moment: Instant, n: number, key: string): Promise<string> {
  const { channel, beginning } = life;
  const draftId = seededRandom(`draft ${n}`).uuid(0);
  const input = { ...aFilingInput(procedure, oneStop), channel, draftId };
  let existing = null;
  if (channel === 'online') {
    const what = { command: 'submit-online', input } as const;
    const number = await give({ at: moment, actor: null, key, what }, `submit ${n}`);
    existing = { number, seenSeq: 1 };
  }
  const own = existing ? { ...input, draftId: seededRandom(`goes on ${n}`).uuid(0) } : input;
  const what = {
    command: beginning,
    input: own,
    existing,
    guidance,
    reason: 'Không thuộc thẩm quyền',
  } as const;
  const again = {
    at: existing ? at('03-02T07:10:00') : moment,
    actor: clerk,
    key: seededRandom(key).uuid(0),
  };
  return give({ ...again, what }, `press ${n}`);
}

test('what the commands write over SQL is what they write in memory and load, row by row; verify passes', async () => {
  const written = new Written(writtenTables);
  const book = new MemoryBook(office.deps, span, written);
  await playAll(
    (scripted, seed) => book.play(scripted, seed),
    (name) => book.dossierOf(name),
  );

  await emptyWritten(pool);
  const real = playerOverSql(office.deps);
  await playAll(real.play, real.dossierOf);
  const overSql = await everyWrittenRow(pool);
  for (const table of writtenTables) expect(overSql[table]?.length, table).toBeGreaterThan(0);

  await emptyWritten(pool);
  await withCopying(db.ownerUrl, (client) => loadWritten(client, written, dossierTriggers));
  const inMemory = await everyWrittenRow(pool);
  for (const table of writtenTables) expect(inMemory[table], table).toEqual(overSql[table]);
  expect(await verifyHistory(db.app, office.deps.keys, publicKey)).toMatchObject({ ok: true });
  expect((await verifyPapers(db.app, office.deps.signingKeys.root)).wrong).toBeNull();
});
