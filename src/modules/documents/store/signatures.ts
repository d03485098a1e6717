import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { send } from '#platform/db/sent.ts';

export type SignatureRow = Selectable<DB['documents.signature']>;

export interface NewSignature {
  readonly id: string;
  readonly paperId: string;
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly basis: string | null;
  readonly signedAt: Instant;
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
  readonly certificate: Uint8Array;
}

export function signatureRow(signature: NewSignature) {
  return {
    id: signature.id,
    paper_id: signature.paperId,
    account_id: signature.accountId,
    name: signature.name,
    title: signature.title,
    organisation: signature.organisation,
    basis: signature.basis,
    signed_at: signature.signedAt,
    digest: Buffer.from(signature.digest),
    algorithm: 'ECDSA-P256-SHA256',
    signature: Buffer.from(signature.signature),
    certificate: Buffer.from(signature.certificate),
  };
}

export async function insertSignature(tx: Tx, row: ReturnType<typeof signatureRow>): Promise<void> {
  await send(tx, tx.insertInto('documents.signature').values(row));
}

export function listSignatures(q: Queries, paperId: string): Promise<SignatureRow[]> {
  return q
    .selectFrom('documents.signature')
    .selectAll()
    .where('paper_id', '=', paperId)
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
}

/** Of many papers, each in the order of signing. */
export async function listSignaturesOf(
  q: Queries,
  paperIds: readonly string[],
): Promise<Map<string, SignatureRow[]>> {
  if (paperIds.length === 0) return new Map();
  const rows = await q
    .selectFrom('documents.signature')
    .selectAll()
    .where('paper_id', 'in', paperIds)
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.paper_id);
}
