import { createHash } from 'node:crypto';
import { type CivilDate, civilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import {
  findClosing,
  insertClosing,
  listReceived,
  type Received,
  type RegisterClosing,
} from '../store/registers.ts';
import type { DossierDeps, Press } from './deps.ts';

export interface RegisterToClose {
  readonly officeId: string;
  readonly year: number;
}

/**
 * The receipt register of a year is closed once the year is over: counted, and a digest over its numbers kept, so
 * that a number added or cut later is found. Refusals: `not-this-office`, `year-not-over`.
 */
export function closeRegister(
  deps: DossierDeps,
  { actor, origin }: Press,
  { officeId, year }: RegisterToClose,
): Promise<Outcome<RegisterClosing>> {
  return inTransaction<Outcome<RegisterClosing>>(deps.db, async (tx) => {
    const heads = actor.posts.some((post) => post.officeId === officeId && post.role === 'one-stop-head');
    if (!heads) return refused('dossiers/not-this-office');
    const closedAt = deps.clock.now();
    if (dateOf(closedAt) <= lastDay(year)) return refused('dossiers/year-not-over', { year });
    const register = { officeId, register: 'received', year } as const;
    const before = await findClosing(tx, register);
    if (before) return accepted(before);
    const numbers = await numbersOf(tx, officeId, year);
    const digest = createHash('sha256').update(numbers.join('\n')).digest();
    const closing = { entries: numbers.length, digest, closedAt, closedByName: actor.name };
    await insertClosing(tx, register, { ...closing, closedBy: actor.accountId });
    await record(tx, {
      ...origin,
      action: 'dossiers/close-register',
      accountId: actor.accountId,
      subject: { kind: 'register', id: `${officeId} ${year}` },
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
