import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { logAct, type MakingPress } from '../press.ts';
import { checkPersonFacts, type TypedPerson } from '../rules/person-facts.ts';
import { findPerson, insertPerson } from '../store/people.ts';

/**
 * Adds a person; the value is her id. The same press again is the same person. Refuses `identity/name-…`,
 * `identity/phone-unreadable`, `identity/birth-year-impossible`.
 */
export async function addPerson(
  deps: IdentityDeps,
  press: MakingPress & { readonly typed: TypedPerson },
): Promise<Outcome<string>> {
  const facts = checkPersonFacts(press.typed, press.origin.legalNow);
  if (!facts.ok) return facts;
  const id = press.newId;
  return inTransaction(deps.db, async (tx) => {
    const isNew = await insertPerson(tx, id, { ...facts.value, folded: fold(facts.value.name) });
    if (isNew) await logAct(tx, press, 'add-person', { kind: 'person', id });
    // somebody else's id in the form: nothing of that person is shown or changed
    else if ((await findPerson(tx, id))?.name !== facts.value.name)
      return refused('identity/changed-meanwhile');
    return accepted(id);
  });
}
