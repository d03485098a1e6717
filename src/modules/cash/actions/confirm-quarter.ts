import { accepted, type Outcome } from '#kernel/refusal.ts';
import { titleInWords } from '#modules/dossiers/index.ts';
import type { CashDeps } from '../deps.ts';
import { receivingRoles } from '../rules/access.ts';
import { decideConfirmQuarter } from '../rules/fee-settlement.ts';
import { insertQuarterConfirmation } from '../store/fee-settlements.ts';
import { onQuarter, type QuarterPress } from './on-quarter.ts';

/**
 * A second person confirms what was prepared; from then on nothing is written about the quarter. `key` is the
 * settlement that was seen. Refuses what `decideConfirmQuarter` refuses.
 */
export function confirmQuarter(deps: CashDeps, press: QuarterPress): Promise<Outcome<null>> {
  const what = { command: 'confirm-quarter', roles: receivingRoles };
  return onQuarter(deps, press, what, async (tx, state, { actor, post }) => {
    const { settlement, confirmation } = state;
    if (settlement?.id === press.key && confirmation?.by.accountId === actor.accountId) return accepted(null);
    const may = decideConfirmQuarter({
      isConfirmed: confirmation !== undefined,
      isLatest: settlement?.id === press.key,
      agrees: state.agrees,
      preparedBy: settlement?.by.accountId ?? '',
      confirmer: actor.accountId,
    });
    if (!may.ok) return may;
    const by = { accountId: actor.accountId, name: actor.name, title: titleInWords(deps.paperWords, post) };
    await insertQuarterConfirmation(tx, state.key, press.key, { by, at: deps.clock.now() });
    return accepted(null);
  });
}
