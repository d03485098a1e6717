import { type Actor, postsWithRole, type Role } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { checkEntry, type IndexEntry } from '../rules/index-entry.ts';
import { insertEntry } from '../store/index-entries.ts';

/** Who types what surveys and feedback do not supply yet, for their own agency. */
export const indexTypists = ['one-stop-head', 'statistician'] as const satisfies readonly Role[];

export interface TypingPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Key of the form: the same press again types nothing more. */
  readonly key: string;
}

export type TypedEntry = IndexEntry & { readonly agencyId: string; readonly accountId: string | null };

/**
 * Types an index of a quarter, or what it should have been: what was typed before stays. Refusals: `not-your-agency`,
 * those of `checkEntry`.
 */
export async function typeIndex(
  db: Database,
  { actor, origin, key }: TypingPress,
  entry: TypedEntry,
): Promise<Outcome<null>> {
  const post = postsWithRole(actor, indexTypists).find(({ agencyId }) => agencyId === entry.agencyId);
  if (!post) return refused('reports/not-your-agency');
  const right = checkEntry(entry, origin.legalNow);
  if (!right.ok) return right;
  return inTransaction<Outcome<null>>(db, async (tx) => {
    const by = { typedBy: actor.accountId, typedByName: actor.name, typedAt: origin.legalNow };
    const kept = { ...entry, evidence: entry.evidence.trim(), id: key, ...by };
    if (await insertEntry(tx, kept))
      await record(tx, {
        ...origin,
        action: 'reports/type-index',
        accountId: actor.accountId,
        postId: post.id,
        officeId: post.officeId,
        subject: { kind: 'index-entry', id: key },
        result: 'allowed',
      });
    return accepted(null);
  });
}
