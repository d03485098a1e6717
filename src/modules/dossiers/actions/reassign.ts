import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { mayHold } from '../rules/access.ts';
import type { Done, DossierDeps, PressOnDossier } from './deps.ts';
import { perform } from './perform.ts';

/** The unit's leader gives the work to somebody of the office who may do it. */
export function reassign(
  deps: DossierDeps,
  press: PressOnDossier,
  input: { readonly accountId: string; readonly reason: string },
): Promise<Outcome<Done>> {
  return perform(deps, press, 'reassign', async (tx, dossier, _, now) => {
    const officeId = dossier.holder?.officeId ?? '';
    const people = await deps.stores.listPeopleOfOffice(tx, officeId, dateOf(now));
    const person = people.find((one) => one.accountId === input.accountId && mayHold(dossier, one.role));
    if (!person) return refused('dossiers/not-in-this-office', undefined, 'accountId');
    return accepted({ ...input, name: person.name });
  });
}
