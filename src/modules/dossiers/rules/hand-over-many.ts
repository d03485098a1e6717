import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { isParty } from './decide-endings.ts';
import type { Dossier } from './dossier.ts';
import type { Receiver } from './event.ts';
import { numberOf, type Party } from './filing.ts';

export const MOST_AT_ONCE = 20;

/** Papers that stay were handed in as originals: they go back with the result, or do not. */
export function hasOriginals({ personal }: Pick<Dossier, 'personal'>): boolean {
  return (personal?.papers ?? []).some(({ way, originals }) => way === 'submit' && originals > 0);
}

/** What the clerk has seen of the person who takes several results. */
export interface Seen {
  readonly receiver: Receiver;
  readonly card: boolean;
  readonly authorisation: boolean;
  /** What is still to be paid was said: this much, đồng; null: nothing was. */
  readonly feesSaid: number | null;
}

/** Refusals: `id-not-seen`, `receiver-missing`, `receiver-number-missing`, `too-many-results`. */
export function checkSeen(seen: Seen, results: number): Outcome<null> {
  if (results > MOST_AT_ONCE) return refused('dossiers/too-many-results', { most: MOST_AT_ONCE });
  if (!seen.receiver.name.trim()) return refused('dossiers/receiver-missing', undefined, 'receiverName');
  if (!seen.receiver.idNumber?.trim())
    return refused('dossiers/receiver-number-missing', undefined, 'receiverNumber');
  if (!seen.card) return refused('dossiers/id-not-seen', undefined, 'card');
  return accepted(null);
}

/** `owed`: what is still to be paid, đồng by dossier; refuses `fees-not-said` where their sum was not what was said. */
export function checkFeesSaid(
  { feesSaid }: Pick<Seen, 'feesSaid'>,
  owed: ReadonlyMap<string, number>,
): Outcome<null> {
  const unpaid = [...owed.values()].reduce((sum, amount) => sum + amount, 0);
  if (unpaid > 0 && feesSaid !== unpaid) return refused('dossiers/fees-not-said', undefined, 'fees');
  return accepted(null);
}

/** Whoever filed takes it in their own name; anybody else by the authorisation that was seen. */
export function takesAsAuthorised(dossier: Dossier, { receiver, authorisation }: Seen): boolean {
  const { personal } = dossier;
  const own = personal ? isParty({ ...personal, authorised: null }, receiver) : false;
  return !own && (authorisation || isParty(personal, receiver));
}

/** Who probably stands there: one person who is authorised in all, or applies in all of them. */
export function sharedParty(dossiers: readonly Dossier[]): Party | null {
  const [first, ...others] = dossiers;
  const candidates = [first?.personal?.authorised, ...(first?.personal?.applicants ?? [])];
  const inAll = (party: Party) =>
    others.every(({ personal }) =>
      [personal?.authorised, ...(personal?.applicants ?? [])].some(
        (one) => one && numberOf(one) !== null && numberOf(one) === numberOf(party),
      ),
    );
  return candidates.find((party) => party && inAll(party)) ?? null;
}
