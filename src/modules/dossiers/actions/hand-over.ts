import { accepted, type Outcome } from '#kernel/refusal.ts';
import type { Inputs } from '../rules/command.ts';
import { checkFeesSaid, type Seen } from '../rules/hand-over-many.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import type { UnpaidFees } from './hand-over-many.ts';
import { perform } from './perform.ts';

/** Who knows what is still to be paid, and what of it was said to the receiver. */
export interface FeesSaid extends Pick<Seen, 'feesSaid'> {
  readonly unpaid: UnpaidFees;
}

/**
 * The result goes into the receiver's hand, with name, number and proof. Where somebody asks about `fees`, what is
 * still to be paid must have been said; refuses with `dossiers/fees-not-said` otherwise.
 */
export function handOver(
  deps: DossierDeps,
  press: PressOnDossier,
  input: Inputs['hand-over'],
  fees?: FeesSaid,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'hand-over', async (tx, dossier) => {
    const said = fees ? checkFeesSaid(fees, await fees.unpaid.held(tx, [dossier.id])) : accepted(null);
    return said.ok ? accepted(input) : said;
  });
}
