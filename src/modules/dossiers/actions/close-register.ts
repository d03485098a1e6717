import { createHash } from 'node:crypto';
import { postAt } from '#kernel/actor.ts';
import { type CivilDate, civilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { listEntriesBetween } from '#modules/documents/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { nameInWords } from '../papers/instead-in-words.ts';
import { keeperOf, type NumberedRegister } from '../rules/numbered-row.ts';
import {
  findClosing,
  insertClosing,
  listReceived,
  type Received,
  type RegisterClosing,
} from '../store/registers.ts';
import type { DossierDeps, Press } from './deps.ts';

export interface RegisterToClose {
  /** Of the one-stop whose head closes it; the agency's registers are closed by the same person. */
  readonly officeId: string;
  readonly register: 'received' | NumberedRegister;
  readonly year: number;
}

/**
 * A register of a year is closed once the year is over: counted, and a digest over its numbers kept, so
 * that a number added or cut later is found. Refusals: `not-this-office`, `year-not-over`.
 */
export function closeRegister(
  deps: DossierDeps,
  { actor, origin }: Press,
  { officeId, register: kind, year }: RegisterToClose,
): Promise<Outcome<RegisterClosing>> {
  return inTransaction<Outcome<RegisterClosing>>(deps.db, async (tx) => {
    const head = postAt(actor, ['one-stop-head'], officeId);
    if (!head) return refused('dossiers/not-this-office');
    const closedAt = deps.clock.now();
    if (dateOf(closedAt) <= lastDay(year)) return refused('dossiers/year-not-over', { year });
    const keeper = kind === 'received' ? officeId : keeperOf(kind, head);
    const register = { officeId: keeper, register: kind, year };
    const before = await findClosing(tx, register);
    if (before) return accepted(before);
    const numbers =
      kind === 'received' ? await numbersOf(tx, officeId, year) : await papersOf(tx, keeper, kind, year);
    const digest = createHash('sha256').update(numbers.join('\n')).digest();
    const closing = {
      entries: numbers.length,
      digest,
      closedAt,
      closedByName: nameInWords(deps.paperWords, actor, head),
    };
    await insertClosing(tx, register, { ...closing, closedBy: actor.accountId });
    await record(tx, {
      ...origin,
      action: 'dossiers/close-register',
      accountId: actor.accountId,
      subject: { kind: 'register', id: `${keeper} ${kind} ${year}` },
      result: 'allowed',
    });
    return accepted(closing);
  });
}

const lastDay = (year: number): CivilDate => civilDate(`${year}-12-31`);
const AT_ONCE = 5000;

async function numbersOf(tx: Tx, officeId: string, year: number): Promise<string[]> {
  const span = { from: civilDate(`${year}-01-01`), to: lastDay(year) };
  const numbers: string[] = [];
  let after: { at: Instant; id: string } | null = null;
  do {
    const found: Received[] = await listReceived(tx, officeId, span, { after, limit: AT_ONCE });
    numbers.push(...found.map((one) => one.number));
    after = found.length === AT_ONCE ? (found.at(-1) ?? null) : null;
  } while (after);
  return numbers;
}

async function papersOf(
  tx: Tx,
  officeId: string,
  register: NumberedRegister,
  year: number,
): Promise<string[]> {
  const span = { from: civilDate(`${year}-01-01`), to: lastDay(year) };
  const numbers: string[] = [];
  for (let after = 0; ; ) {
    const page = { after, limit: AT_ONCE };
    const found = await listEntriesBetween(tx, { officeId, register, year }, span, page);
    numbers.push(...found.map(({ number, paperNumber }) => `${number} ${paperNumber ?? ''}`));
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return numbers;
    after = last.number;
  }
}
