import { createHash } from 'node:crypto';
import {
  commandForm,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
  numberOf,
} from '../../outside/counter-client.ts';
import { type Answer, type Fields, filled, formOf, signedIn, textOf } from '../../outside/http-client.ts';
import { type LifeStep, lifeAccounts, lifeAfterAcceptance } from '../../outside/life.ts';
import type { Seeded } from '../../outside/seeded.ts';
import type { Memory } from './memory.ts';
import { Steadfast } from './steadfast.ts';

const CERTIFICATION = '/lam-viec/chung-thuc';
const FEE = 100_000;

/** Who works on the roads: one reception officer, and those who come after. */
export type Desks = Readonly<Record<LifeStep['by'], Steadfast>>;

/** Eight clients; those who share an account share its session, as two windows of a browser do. */
export async function openDesks(address: string, tell: (problem: string) => void): Promise<Desks[]> {
  const { clerks, specialist, leader, returner } = lifeAccounts;
  const sessions = new Map<string, Awaited<ReturnType<typeof signedIn>>>();
  for (const account of [...clerks, specialist, leader, returner])
    sessions.set(account, await signedIn(address, account));
  const desk = (account: string) => {
    const session = sessions.get(account);
    if (!session) throw new Error(`${account} is not signed in`);
    return new Steadfast(session, tell);
  };
  return Array.from({ length: 8 }, (_, at) => ({
    clerk: desk(clerks[at % clerks.length] ?? ''),
    specialist: desk(specialist),
    leader: desk(leader),
    returner: desk(returner),
  }));
}

/** One road after another until the end is said; a road that was begun is walked to its end. */
export async function work(
  desks: Desks,
  memory: Memory,
  random: Seeded,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    if (random.next() < 0.25) await certify(desks.clerk, memory, random);
    else await liveOnce(desks, memory, random);
  }
}

async function liveOnce(desks: Desks, memory: Memory, random: Seeded): Promise<void> {
  const number = await accept(desks.clerk, memory, random);
  for (const step of lifeAfterAcceptance) {
    const form = await commandForm(desks[step.by], number, step.slug);
    expectDone(await desks[step.by].post(form.action, filled(form, step.typed)), `${step.slug} on ${number}`);
    memory.acknowledged(number, step.event);
  }
}

async function accept(clerk: Steadfast, memory: Memory, random: Seeded): Promise<string> {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const fee = random.next() < 0.5;
  const change: Fields = fee
    ? { 'fees.0.quantity': '1', 'fees.0.amount': String(FEE), 'fee-way': 'cash' }
    : {};
  const scan = random.next() < 0.3 ? scanOf(random) : undefined;
  if (scan) await upload(clerk, draft, scan);
  const accepted = await clerk.post(`${draft}/tiep-nhan`, await filledDraft(clerk, draft, change));
  const number = numberOf(expectDone(accepted, `accepting ${draft}`).location);
  if (!number) throw new Error(`${draft} was answered with ${accepted.location}`);
  memory.acknowledged(number, 'accepted');
  if (fee) memory.feePaid(number, FEE);
  if (scan) memory.scanned(number, createHash('sha256').update(scan).digest('hex'));
  return number;
}

/** The frame of a JPEG of 16 × 16 points; every scan is another one. */
const FRAME = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

function scanOf(random: Seeded): Uint8Array {
  const body = Array.from({ length: 4000 }, () => random.between(0, 254));
  return Uint8Array.from([...FRAME, ...body, 0xff, 0xd9]);
}

async function upload(clerk: Steadfast, draft: string, bytes: Uint8Array): Promise<void> {
  const fields = { ...(await filledDraft(clerk, draft)), press: 'upload' };
  const answer = await clerk.upload(draft, fields, [{ field: 'files.paper-1', name: 'tờ khai.jpg', bytes }]);
  expectDone(answer, `a scan for ${draft}`);
}

async function certify(clerk: Steadfast, memory: Memory, random: Seeded): Promise<void> {
  const page = await clerk.get(CERTIFICATION);
  const form = formOf(page, CERTIFICATION);
  const copies = random.between(1, 3);
  const typed = {
    name: 'Lê Minh Đức',
    'documents.0.name': 'Giấy khai sinh',
    'documents.0.pages': '1',
    'documents.0.copies': String(copies),
    press: 'accept',
  };
  const answer = expectDone(await clerk.post(CERTIFICATION, filled(form, typed)), 'certifying');
  const number = decodeURIComponent(/\/xong\/([^?/]+)/.exec(answer.location)?.[1] ?? '');
  if (!number) throw new Error(`certifying was answered with ${answer.location}`);
  memory.acknowledged(number, 'accepted');
  memory.entered(number, 1);
}

/** What is acknowledged leads on to another page. */
function expectDone(answer: Answer, what: string): Answer {
  if (answer.status === 303) return answer;
  throw new Error(`${what} was answered ${answer.status}: ${textOf(answer.body).slice(0, 400)}`);
}
