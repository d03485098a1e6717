import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/instant.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SigningKeys } from '#platform/papers/signing-keys.ts';
import { passing } from '#platform/passing.ts';
import { type SignedStatement, statementBytes } from '../rules/statement.ts';
import { type FrozenPaper, frozenHere } from '../store/paper-seals.ts';
import { insertSignature, signatureRow } from '../store/signatures.ts';
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

/** The row of a signature over the digest of a frozen paper. */
export async function signatureOf(
  deps: IdSource & { readonly signingKeys: SigningKeys },
  { paperId, signer, signedAt }: ResultToSign,
  { number, contentSha256 }: FrozenPaper,
) {
  const { accountId, name, title, organisation, basis } = signer;
  const statement: SignedStatement = {
    ...{ paperId, number, contentSha256, accountId, name, title, organisation, signedAt },
    ...(basis === null ? {} : { basis }),
  };
  const bytes = statementBytes(statement);
  const key = await deps.signingKeys.signerFor({ id: accountId, name, title, organisation });
  return signatureRow({
    id: deps.random.uuid(deps.machineMs()),
    ...{ paperId, accountId, name, title, organisation, basis, signedAt },
    digest: createHash('sha256').update(bytes).digest(),
    signature: key.sign(bytes),
    certificate: key.certificate,
  });
}

/**
 * The leader's signature over the digest of the frozen result, in the transaction of the decision: from its
 * commit on the decision exists, whether or not the signed PDF has been made.
 */
export async function signResult(
  tx: Tx,
  deps: IdSource & { readonly signingKeys: SigningKeys },
  result: ResultToSign,
): Promise<string> {
  const paper = frozenHere(tx, result.paperId);
  if (!paper) throw new Error('only a paper that is frozen with its signature is signed');
  const row = await signatureOf(deps, result, paper);
  await insertSignature(tx, row);
  passing('documents/result-signed');
  return row.id;
}
