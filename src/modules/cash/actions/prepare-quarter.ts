import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import type { CashDeps } from '../deps.ts';
import { cashRoles } from '../rules/access.ts';
import { decidePrepare } from '../rules/fee-settlement.ts';
import { daysOf } from '../rules/quarter.ts';
import { insertSettlement } from '../store/fee-settlements.ts';
import { onQuarter, type QuarterPress } from './on-quarter.ts';

/** Freezes what the quarter says, for a second person to confirm. Refuses what `decidePrepare` refuses. */
export function prepareQuarter(deps: CashDeps, press: QuarterPress): Promise<Outcome<null>> {
  const what = { command: 'prepare-quarter', roles: cashRoles };
  return onQuarter(deps, press, what, async (tx, state, { actor, post }) => {
    if (state.settlement?.id === press.key) return accepted(null);
    const at = deps.clock.now();
    const may = decidePrepare({
      isOver: dateOf(at) > daysOf(press.quarter).to,
      openDays: state.openDays.length,
      isConfirmed: state.confirmation !== undefined,
    });
    if (!may.ok) return may;
    const by = { accountId: actor.accountId, name: actor.name, title: titleInWords(deps.paperWords, post) };
    await insertSettlement(tx, state.key, { id: press.key, figures: state.figures, by, at });
    return accepted(null);
  });
}
