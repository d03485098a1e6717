import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { type AdminPress, logAct } from '../press.ts';
import { checkPersonFacts, type TypedPerson } from '../rules/person-facts.ts';
import { findPersonForUpdate, updatePerson } from '../store/people.ts';

/**
 * Corrects name, telephone, year of birth. `version` is the one the form was drawn from: refuses
 * `identity/changed-meanwhile` when somebody was faster, else as `addPerson`.
 */
export async function correctPerson(
  deps: IdentityDeps,
  press: AdminPress & { readonly personId: string; readonly version: number; readonly typed: TypedPerson },
): Promise<Outcome<true>> {
  const facts = checkPersonFacts(press.typed, press.origin.legalNow);
  if (!facts.ok) return facts;
  return inTransaction(deps.db, async (tx) => {
    const person = await findPersonForUpdate(tx, press.personId);
    if (!person) return refused('identity/not-found');
    const { name, phone, birthYear } = facts.value;
    const same = person.name === name && person.phone === phone && person.birthYear === birthYear;
    if (same) return accepted(true); // pressed twice, or nothing to correct
    if (person.version !== press.version) return refused('identity/changed-meanwhile');
    await updatePerson(tx, person.id, { ...facts.value, folded: fold(name) });
    await logAct(tx, press, 'correct-person', { kind: 'person', id: person.id });
    return accepted(true);
  });
}
