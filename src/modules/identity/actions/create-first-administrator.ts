import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import type { Tx } from '#platform/db/database.ts';
import { type IdentityDeps, newId } from '../deps.ts';
import { administratorHasSignedIn, findAccountByName, insertAccount } from '../store/accounts.ts';
import { savePerson } from '../store/organisation.ts';
import { makeLink } from './use-link.ts';

const ACCOUNT_NAME = 'quantri';
const PERSON_KEY = 'quan-tri-dau-tien';

/**
 * A real installation begins with one administrator, who comes in by a one-time link. Another link is given as long
 * as nobody used one; afterwards refuses `identity/administrator-exists`.
 */
export async function createFirstAdministrator(
  tx: Tx,
  deps: Pick<IdentityDeps, 'random'>,
  person: { readonly name: string; readonly machineNow: Instant },
): Promise<Outcome<{ readonly account: string; readonly path: string }>> {
  if (await administratorHasSignedIn(tx)) return refused('identity/administrator-exists');
  const { machineNow, name } = person;
  let id = (await findAccountByName(tx, ACCOUNT_NAME))?.id;
  if (!id) {
    const personId = newId(deps, machineNow);
    id = newId(deps, machineNow);
    await savePerson(tx, { id: personId, key: PERSON_KEY, name, folded: fold(name) });
    const account = { id, name: ACCOUNT_NAME, kind: 'admin', personId, officeId: null } as const;
    await insertAccount(tx, { ...account, createdAt: machineNow });
  }
  return accepted({ account: ACCOUNT_NAME, path: `/moi/${await makeLink(tx, deps, id, machineNow)}` });
}
