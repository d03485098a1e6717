import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

export interface HandSignature {
  /** Account of the leader who signed with ink. */
  readonly signerAccountId: string;
  /** Under which it stands in the book of the office. */
  readonly resultNumber: string;
  readonly note: string | null;
}

/** Signed with ink at the counter (same-day work): the one-stop records who signed and under which number. */
export function recordHandSignature(
  deps: DossierDeps,
  press: PressOnDossier,
  { signerAccountId, resultNumber, note }: HandSignature,
): Promise<Outcome<Done>> {
  return perform(deps, press, 'record-hand-signature', async (tx, dossier, _, now) => {
    const signing = dossier.steps.find((step) => step.kind === 'sign');
    if (!signing) return refused('dossiers/signed-in-the-system');
    const people = await deps.stores.listPeopleOfOffice(tx, signing.officeId, dateOf(now));
    const signer = people.find((one) => one.accountId === signerAccountId && one.role === 'signing-leader');
    if (!signer) return refused('dossiers/no-signer-chosen', undefined, 'signerAccountId');
    const { name: signerName, title: signerTitle } = signer;
    return accepted({ signerAccountId, signerName, signerTitle, resultNumber, note });
  });
}
