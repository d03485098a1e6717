import type { Actor, HeldPost } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { atOneMoment, type Database, inTransaction } from '#platform/db/database.ts';
import type { KnownReport } from '../known-report.ts';
import { freezingPost } from '../rules/agencies-seen.ts';
import { checkSums } from '../rules/check-sums.ts';
import { decideFreeze, type FrozenQuestion } from '../rules/frozen.ts';
import type { ReportAsked } from '../rules/report-table.ts';
import { findFrozen, insertFrozen, listFrozen, lockFrozen, shownDigest } from '../store/frozen.ts';

export interface FreezePress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Of this press; the frozen report is known by it. */
  readonly key: string;
  /** Digest of the numbers that the person saw; null: they saw none (a command). */
  readonly shown: string | null;
}

/**
 * Keeps the numbers of a report as they are given away; they never change again, and a later counting is compared with
 * them. `agencyId`: whose report it is. Answers the id. Refusals: `reports/not-yours-to-freeze`, those of the report and of `decideFreeze`.
 */
export async function freezeReport(
  { db }: { readonly db: Database },
  { actor, origin, key: id, shown }: FreezePress,
  report: KnownReport,
  asked: ReportAsked & { readonly agencyId: string },
): Promise<Outcome<string>> {
  const post = freezingPost(actor, asked.agencyId);
  if (!post) return refused('reports/not-yours-to-freeze');
  const now = origin.legalNow;
  const made = await atOneMoment(db, (q) => report.make(q, asked, now));
  return inTransaction(db, async (tx): Promise<Outcome<string>> => {
    const { agencyId, from, to, clock } = asked;
    const question: FrozenQuestion = {
      ...{ code: report.code, agencyId, officeCode: asked.agencyCode ?? null, from, to, clock },
    };
    await lockFrozen(tx, question);
    if (await findFrozen(tx, id)) return accepted(id);
    if (!made.ok) return made;
    const [before] = await listFrozen(tx, [agencyId], question, 1);
    const may = decideFreeze({
      ...{ today: dateOf(now), to, table: made.value },
      asShown: shown === null || shown === shownDigest(made.value),
      sumsHold: checkSums(made.value, report.checks ?? []).every((one) => one.wrongLines.length === 0),
      last: before && (await findFrozen(tx, before.id))?.table,
    });
    if (!may.ok) return may;
    const by = { accountId: actor.accountId, name: actor.name, title: titleOf(post) };
    await insertFrozen(tx, { ...question, id, table: made.value, frozenAt: origin.machineNow, by });
    await record(tx, {
      ...{ ...origin, action: 'reports/freeze', accountId: actor.accountId, postId: post.id },
      ...{ officeId: post.officeId, subject: { kind: 'frozen-report', id }, result: 'allowed' },
    });
    return accepted(id);
  });
}

const titleOf = ({ title, officeName }: HeldPost) => `${title}, ${officeName}`;
