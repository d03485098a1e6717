import type { Queries } from '#platform/db/database.ts';
import type { FeeExemption } from '../rules/exemption.ts';
import type { Channel } from '../rules/procedure.ts';

/** All there ever were, in the order they are offered; a rule picks those of a day. */
export async function listFeeExemptions(q: Queries): Promise<FeeExemption[]> {
  const rows = await q
    .selectFrom('catalogue.fee_exemption')
    .selectAll()
    .orderBy('ordinal')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    name: { vi: row.name_vi, en: row.name_en },
    percent: row.percent,
    procedureCodes: row.procedure_codes,
    channel: row.channel as Channel | null,
    proofNeeded: row.proof_needed,
    basis: row.basis,
    unverified: row.unverified,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
