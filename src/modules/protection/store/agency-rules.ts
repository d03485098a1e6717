import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { type AgencyRule, defaultRule } from '../rules/agency-rule.ts';

/** The rule in force; the defaults where nothing was decided. */
export async function findAgencyRule(q: Queries, agencyId: string): Promise<AgencyRule> {
  const row = await q
    .selectFrom('protection.agency_rule')
    .select(['version', 'strangers_a_day', 'retention_years', 'retention_paper'])
    .where('agency_id', '=', agencyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return defaultRule;
  return {
    version: row.version,
    strangersADay: row.strangers_a_day,
    retentionYears: row.retention_years,
    retentionPaper: row.retention_paper,
  };
}

/** False when somebody decided this version meanwhile. */
export async function insertAgencyRule(
  tx: Tx,
  agencyId: string,
  rule: AgencyRule,
  by: { readonly accountId: string; readonly at: Instant },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('protection.agency_rule')
    .values({
      agency_id: agencyId,
      version: rule.version,
      strangers_a_day: rule.strangersADay,
      retention_years: rule.retentionYears,
      retention_paper: rule.retentionPaper,
      set_by: by.accountId,
      set_at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
