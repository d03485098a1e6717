import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

/** One account as it stands in a review. */
export interface ReviewedAccount {
  readonly accountId: string;
  readonly accountName: string;
  readonly personName: string;
  readonly kind: string;
  readonly posts: string;
  readonly lastSignInAt: string | null;
  readonly state: 'open' | 'invited' | 'disabled';
}

export type ReviewDecision = 'kept' | 'disabled';

export interface ReviewRow extends ReviewedAccount {
  readonly decision: ReviewDecision;
}

/**
 * The text a review is signed over: one line an account, in the order of the list, fields apart by tabs. Pure,
 * so that `verify` computes the same again.
 */
export function reviewText(
  head: { readonly year: number; readonly half: number },
  rows: readonly ReviewRow[],
): string {
  const lines = rows.map((row) =>
    [
      row.accountId,
      row.accountName,
      row.personName,
      row.kind,
      row.posts,
      row.lastSignInAt ?? '',
      row.state,
      row.decision,
    ].join('\t'),
  );
  return [`${head.year}/${head.half}`, ...lines].join('\n');
}

/**
 * What the page showed, without decisions: whether the list is still that one when it is signed. Without the last
 * sign-in: somebody comes in every minute, and that changes nothing of a decision.
 */
export function listText(accounts: readonly ReviewedAccount[]): string {
  return accounts.map((one) => [one.accountId, one.kind, one.posts, one.state].join('\t')).join('\n');
}

/**
 * A decision for every account. An account that is disabled already stays so. Refuses
 * `identity/review-incomplete` with the first account that has none.
 */
export function decideAll(
  accounts: readonly ReviewedAccount[],
  decisions: ReadonlyMap<string, string>,
): Outcome<ReviewRow[]> {
  const rows: ReviewRow[] = [];
  for (const account of accounts) {
    const chosen = account.state === 'disabled' ? 'disabled' : decisions.get(account.accountId);
    if (chosen !== 'kept' && chosen !== 'disabled') {
      return refused(
        'identity/review-incomplete',
        { account: account.accountName },
        `tk-${account.accountName}`,
      );
    }
    rows.push({ ...account, decision: chosen });
  }
  return accepted(rows);
}
