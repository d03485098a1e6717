import type { Instant } from '#kernel/instant.ts';
import { openText, seal } from '#platform/crypto/sealing.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Secrets } from './events.ts';

/** How long a search can be opened again; then its text goes. */
export const SEARCH_KEPT_MS = 1_800_000;

const aadOf = (id: string) => `dossier-search:${id}`;

/** Keeps what was searched for, sealed; forgets what is older than `forgetBefore`. */
export async function keepSearch(
  tx: Tx,
  secrets: Secrets,
  search: { readonly id: string; readonly accountId: string; readonly text: string },
  at: { readonly now: Instant; readonly forgetBefore: Instant },
): Promise<void> {
  const { id, accountId, text } = search;
  await tx.deleteFrom('dossiers.search').where('made_at', '<', at.forgetBefore).execute();
  const sealed = seal(secrets.keys.wrapping, Buffer.from(text), aadOf(id), secrets.random);
  await tx
    .insertInto('dossiers.search')
    .values({ id, account_id: accountId, sealed, made_at: at.now })
    .execute();
}

export async function deleteSearches(q: Queries, before: Instant): Promise<void> {
  await q.deleteFrom('dossiers.search').where('made_at', '<', before).execute();
}

/** The text of a search of this person made since `notBefore` (machine time); nobody else's. */
export async function findSearch(
  q: Queries,
  { keys }: Pick<Secrets, 'keys'>,
  id: string,
  { accountId, notBefore }: { readonly accountId: string; readonly notBefore: Instant },
): Promise<string | undefined> {
  const row = await q
    .selectFrom('dossiers.search')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('made_at', '>=', notBefore)
    .select('sealed')
    .executeTakeFirst();
  return row && openText(keys.wrapping, row.sealed, aadOf(id));
}
