import type { Instant } from '#kernel/instant.ts';
import { canonicalJson } from './canonical-json.ts';

export interface SignedStatement {
  readonly paperId: string;
  readonly number: string | null;
  readonly contentSha256: string;
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly signedAt: Instant;
  /** For whom, by which decision; left out when it is one's own right. */
  readonly basis?: string;
}

/** The bytes a leader signs: which frozen content, who, as what, when. Free of the citizen's data. */
export function statementBytes(statement: SignedStatement): Buffer {
  return Buffer.from(`motcua result signature 1\n${canonicalJson(statement)}`);
}
