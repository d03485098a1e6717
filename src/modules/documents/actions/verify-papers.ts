import { createHash, verify, X509Certificate } from 'node:crypto';
import type { Queries } from '#platform/db/database.ts';
import { contentDigest } from '../content-digest.ts';
import { statementBytes } from '../rules/statement.ts';
import { listStoredPapers, type StoredPaper } from '../store/papers.ts';
import { listSignaturesOf, type SignatureRow } from '../store/signatures.ts';

export interface PaperVerification {
  readonly papers: number;
  readonly signatures: number;
  readonly wrong: { readonly paperId: string; readonly problem: 'content' | 'signature' } | null;
}

const PAGE = 500;

/**
 * Recomputes every paper's digest and checks every signature; stops at the first wrong one. An erased content
 * is not wrong: its digest stands, and the signature over it still verifies.
 */
export async function verifyPapers(q: Queries, root: Uint8Array): Promise<PaperVerification> {
  const counted = { papers: 0, signatures: 0 };
  const issuer = new X509Certificate(root);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await listStoredPapers(q, after, PAGE);
    const ofPage = await listSignaturesOf(
      q,
      page.map((paper) => paper.row.id),
    );
    for (const paper of page) {
      const signatures = ofPage.get(paper.row.id) ?? [];
      const wrong = (problem: 'content' | 'signature') => ({
        ...counted,
        wrong: { paperId: paper.row.id, problem },
      });
      if (!contentAgrees(paper)) return wrong('content');
      if (!signatures.every((signature) => signatureAgrees(paper, signature, issuer)))
        return wrong('signature');
      counted.papers += 1;
      counted.signatures += signatures.length;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { ...counted, wrong: null };
    after = last.row.id;
  }
}

function contentAgrees({ row, kept }: StoredPaper): boolean {
  if (!kept) return row.erased_at !== null;
  return contentDigest(kept.salt, kept.content) === row.content_sha256;
}

function signatureAgrees({ row }: StoredPaper, signature: SignatureRow, issuer: X509Certificate): boolean {
  const { account_id: accountId, name, title, organisation, signed_at: signedAt } = signature;
  const bytes = statementBytes({
    paperId: row.id,
    number: row.number,
    contentSha256: row.content_sha256,
    accountId,
    name,
    title,
    organisation,
    signedAt,
    ...(signature.basis === null ? {} : { basis: signature.basis }),
  });
  const certificate = new X509Certificate(signature.certificate);
  const key = { key: certificate.publicKey, dsaEncoding: 'der' as const };
  return (
    createHash('sha256').update(bytes).digest().equals(signature.digest) &&
    certificate.verify(issuer.publicKey) &&
    verify('sha256', bytes, key, signature.signature)
  );
}
