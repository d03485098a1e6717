import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Method } from './charge.ts';

export type ListState = 'open' | 'closed' | 'confirmed';

/** Money that came in or went out, always a positive amount of đồng. */
export interface Flow {
  readonly kind: 'taken' | 'given-back' | 'voided';
  readonly method: Method;
  readonly amount: number;
}

/** What a list holds by its movements; cash may be negative where more was given back than taken. */
export interface Totals {
  readonly cash: number;
  readonly transfer: number;
}

export function signed({ kind, amount }: Flow): number {
  return kind === 'taken' ? amount : -amount;
}

export function totalsOf(flows: readonly Flow[]): Totals {
  const sum = (method: Method) =>
    flows.filter((flow) => flow.method === method).reduce((total, flow) => total + signed(flow), 0);
  return { cash: sum('cash'), transfer: sum('transfer') };
}

/** What was found in the drawer and on the account. */
export interface Count {
  readonly cash: number;
  readonly transfer: number;
}

/** Found more (positive) or less than the movements say. */
export function differenceOf(expected: Totals, count: Count): Totals {
  return { cash: count.cash - expected.cash, transfer: count.transfer - expected.transfer };
}

export function agrees({ cash, transfer }: Totals): boolean {
  return cash === 0 && transfer === 0;
}

export interface CloseFacts {
  readonly state: ListState;
  readonly flows: readonly Flow[];
  /** How many movements the page showed; another number means that money came in between. */
  readonly seen: number;
  readonly count: Count;
  readonly explanation: string;
}

/**
 * May the day be closed? Refuses `cash/already-closed`, `cash/changed-meanwhile`, and
 * `cash/explanation-missing` where count and movements differ and nobody says why.
 */
export function decideClose(facts: CloseFacts): Outcome<Totals> {
  if (facts.state !== 'open') return refused('cash/already-closed');
  if (facts.flows.length !== facts.seen) return refused('cash/changed-meanwhile');
  const expected = totalsOf(facts.flows);
  const { cash, transfer } = differenceOf(expected, facts.count);
  if (!agrees({ cash, transfer }) && facts.explanation === '')
    return refused('cash/explanation-missing', { cash, transfer }, 'explanation');
  return accepted(expected);
}

export interface ConfirmFacts {
  readonly state: ListState;
  readonly clerkAccountId: string;
  readonly confirmerAccountId: string;
  readonly countedCash: number | null;
  readonly receivedCash: number;
  readonly note: string;
}

/**
 * May this person confirm having received the money? A second person always. Refuses `cash/not-closed-yet`,
 * `cash/already-confirmed`, `cash/own-list`, `cash/confirmation-note-missing`.
 */
export function decideConfirm(facts: ConfirmFacts): Outcome<null> {
  if (facts.state === 'confirmed') return refused('cash/already-confirmed');
  if (facts.state === 'open' || facts.countedCash === null) return refused('cash/not-closed-yet');
  if (facts.clerkAccountId === facts.confirmerAccountId) return refused('cash/own-list');
  if (facts.receivedCash !== facts.countedCash && facts.note === '')
    return refused('cash/confirmation-note-missing', {}, 'note');
  return accepted(null);
}
