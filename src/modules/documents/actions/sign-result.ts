import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SigningKeys } from '#platform/papers/signing-keys.ts';
import { type SignedStatement, statementBytes } from '../rules/statement.ts';
import { findStoredPaper } from '../store/papers.ts';
import { insertSignature } from '../store/signatures.ts';
import type { IdSource } from './freeze-paper.ts';

export interface ResultToSign {
  readonly paperId: string;
  readonly signer: {
    readonly accountId: string;
    readonly name: string;
    readonly title: string;
    /** The agency in whose name the signature stands. */
    readonly organisation: string;
    /** For whom, by which decision; null: in one's own right. */
    readonly basis: string | null;
  };
  /** Legal time. */
  readonly signedAt: Instant;
}

/**
 * The leader's signature over the digest of the frozen result, in the transaction of the decision: from its
 * commit on the decision exists, whether or not the signed PDF has been made.
 */
export async function signResult(
  tx: Tx,
  deps: IdSource & { readonly signingKeys: SigningKeys },
  { paperId, signer, signedAt }: ResultToSign,
): Promise<string> {
  const paper = await findStoredPaper(tx, paperId);
  if (!paper || paper.row.void_at || !paper.kept) throw new Error('only a valid frozen paper is signed');
  const { accountId, name, title, organisation, basis } = signer;
  const statement: SignedStatement = {
    paperId,
    number: paper.row.number,
    contentSha256: paper.row.content_sha256,
    accountId,
    name,
    title,
    organisation,
    signedAt,
    ...(basis === null ? {} : { basis }),
  };
  const bytes = statementBytes(statement);
  const key = await deps.signingKeys.signerFor({ id: accountId, name, title, organisation });
  const id = deps.random.uuid(deps.machineMs());
  await insertSignature(tx, {
    id,
    paperId,
    accountId,
    name,
    title,
    organisation,
    basis,
    signedAt,
    digest: createHash('sha256').update(bytes).digest(),
    signature: key.sign(bytes),
    certificate: key.certificate,
  });
  return id;
}
