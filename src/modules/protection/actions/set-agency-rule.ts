import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import { readAgencyRule } from '../rules/agency-rule.ts';
import { officerPost } from '../rules/officer.ts';
import { findAgencyRule, insertAgencyRule } from '../store/agency-rules.ts';
import { officerEntry } from './officer-entry.ts';

export interface RulePress extends Officer {
  readonly agencyId: string;
  /** Version that the form showed; another one now means that somebody was faster. */
  readonly seen: number;
}

/**
 * Decides the limit of strangers' dossiers and the period of keeping of an agency. Earlier decisions stay.
 * Refusals: `protection/not-found`, `protection/changed-meanwhile`, and those of `readAgencyRule`.
 */
export function setAgencyRule(
  deps: ProtectionDeps,
  press: RulePress,
  typed: Parameters<typeof readAgencyRule>[0],
): Promise<Outcome<null>> {
  const { actor, origin, agencyId, seen } = press;
  return inTransaction<Outcome<null>>(deps.db, async (tx) => {
    if (!officerPost(actor, agencyId)) return refused('protection/not-found');
    const rule = readAgencyRule(typed);
    if (!rule.ok) return rule;
    const now = await findAgencyRule(tx, agencyId);
    const same =
      now.strangersADay === rule.value.strangersADay &&
      now.retentionYears === rule.value.retentionYears &&
      now.retentionPaper === rule.value.retentionPaper;
    if (same) return accepted(null);
    if (now.version !== seen) return refused('protection/changed-meanwhile');
    const by = { accountId: actor.accountId, at: origin.legalNow };
    const next = { ...rule.value, version: seen + 1 };
    if (!(await insertAgencyRule(tx, agencyId, next, by))) return refused('protection/changed-meanwhile');
    const subject = { kind: 'agency', id: agencyId };
    await record(tx, { ...officerEntry(press, 'set-agency-rule', agencyId), subject });
    return accepted(null);
  });
}
