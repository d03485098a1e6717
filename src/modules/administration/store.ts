import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Confirmation, UncheckedKind } from './rules/unchecked.ts';

export interface StoredConfirmation extends Confirmation {
  readonly id: string;
  readonly source: string;
  readonly confirmedBy: string;
  readonly confirmedByName: string;
  readonly at: Instant;
}

/** Who confirmed what, the latest first. */
export async function listConfirmations(q: Queries): Promise<StoredConfirmation[]> {
  return q
    .selectFrom('administration.confirmation')
    .select([
      'id',
      'key',
      'content_sha256 as contentSha256',
      'source',
      'confirmed_by as confirmedBy',
      'confirmed_by_name as confirmedByName',
      'legal_at as at',
    ])
    .select((eb) => eb.ref('kind').$castTo<UncheckedKind>().as('kind'))
    .orderBy('legal_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Who did it first; undefined when it was this one. */
export async function insertConfirmation(tx: Tx, row: StoredConfirmation): Promise<string | undefined> {
  const inserted = await tx
    .insertInto('administration.confirmation')
    .values({
      id: row.id,
      kind: row.kind,
      key: row.key,
      content_sha256: row.contentSha256,
      source: row.source,
      confirmed_by: row.confirmedBy,
      confirmed_by_name: row.confirmedByName,
      legal_at: row.at,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'key', 'content_sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return undefined;
  const first = await tx
    .selectFrom('administration.confirmation')
    .select(['id', 'confirmed_by_name'])
    .where('kind', '=', row.kind)
    .where('key', '=', row.key)
    .where('content_sha256', '=', row.contentSha256)
    .executeTakeFirstOrThrow();
  return first.id === row.id ? undefined : first.confirmed_by_name;
}
