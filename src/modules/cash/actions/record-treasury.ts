import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { CashDeps } from '../deps.ts';
import { receivingRoles } from '../rules/access.ts';
import { insertTreasury } from '../store/fee-settlements.ts';
import { onQuarter, type QuarterPress } from './on-quarter.ts';

export interface ToTreasury {
  readonly amount: number;
  readonly documentNumber: string;
  readonly documentDate: CivilDate;
}

/**
 * Writes down what was handed over to the treasury, by its paper. Refuses `cash/settlement-confirmed`,
 * `cash/treasury-amount-zero`, `cash/treasury-in-future`, `cash/not-found` (also where this page wrote about another quarter).
 */
export function recordTreasury(
  deps: CashDeps,
  press: QuarterPress,
  { amount, documentNumber, documentDate }: ToTreasury,
): Promise<Outcome<null>> {
  const what = { command: 'record-treasury', roles: receivingRoles };
  return onQuarter(deps, press, what, async (tx, state, { actor }) => {
    if (state.treasury.some((one) => one.id === press.key)) return accepted(null);
    const at = deps.clock.now();
    if (state.confirmation) return refused('cash/settlement-confirmed');
    if (amount <= 0) return refused('cash/treasury-amount-zero', {}, 'amount');
    if (documentDate > dateOf(at)) return refused('cash/treasury-in-future', {}, 'date');
    const row = { id: press.key, amount, documentNumber, documentDate, byName: actor.name, at };
    const written = await insertTreasury(tx, state.key, { ...row, accountId: actor.accountId });
    return written ? accepted(null) : refused('cash/not-found');
  });
}
