import { sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { ExemptionCheck, FeeExemption } from '../rules/exemption.ts';
import type { Channel } from '../rules/procedure.ts';

function select(q: Queries) {
  return q
    .selectFrom('catalogue.fee_exemption as e')
    .leftJoin('catalogue.exemption_check as c', 'c.exemption_id', 'e.id')
    .selectAll('e')
    .select(['c.source', 'c.checked_by', 'c.checked_by_name', 'c.checked_at'])
    .orderBy('e.ordinal')
    .orderBy('e.word');
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function checkOf({ source, checked_by, checked_by_name, checked_at }: Row): ExemptionCheck | null {
  if (source === null || checked_by === null || checked_by_name === null || checked_at === null) return null;
  return { source, accountId: checked_by, name: checked_by_name, at: checked_at };
}

function exemptionFrom(row: Row): FeeExemption {
  const { set_by, set_by_name, set_at } = row;
  const checked = checkOf(row);
  return {
    id: row.id,
    key: row.key,
    word: Number(row.word),
    name: { vi: row.name_vi, en: row.name_en },
    percent: row.percent,
    procedureCodes: row.procedure_codes,
    channel: row.channel as Channel | null,
    proofNeeded: row.proof_needed,
    basis: row.basis,
    unverified: row.unverified && checked === null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    setBy: set_by && set_by_name && set_at ? { accountId: set_by, name: set_by_name, at: set_at } : null,
    checked,
  };
}

/** Every word there ever was, in the order the groups are offered; a rule picks those of a day. */
export async function listFeeExemptions(q: Queries): Promise<FeeExemption[]> {
  return (await select(q).execute()).map(exemptionFrom);
}

/** Those that hold or will, and that nobody compared with their source. */
export async function listUncheckedExemptions(q: Queries): Promise<FeeExemption[]> {
  const all = await listFeeExemptions(q);
  return all.filter(
    (one) => one.unverified && !all.some((later) => later.key === one.key && later.word > one.word),
  );
}

/** Until the transaction ends nobody else writes a word or a check. */
export async function lockExemptions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('fee-exemptions', 0))`.execute(tx);
}

export type NewExemption = Omit<FeeExemption, 'word' | 'unverified' | 'checked' | 'setBy'> & {
  readonly setBy: NonNullable<FeeExemption['setBy']>;
};

/** Behind the groups there are, or in the place of its own. */
export async function insertExemption(tx: Tx, one: NewExemption): Promise<void> {
  const place = await tx
    .selectFrom('catalogue.fee_exemption')
    .select((eb) => [
      eb.fn.max('ordinal').filterWhere('key', '=', one.key).as('own'),
      eb.fn.max('ordinal').as('last'),
    ])
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('catalogue.fee_exemption')
    .values({
      id: one.id,
      key: one.key,
      name_vi: one.name.vi,
      name_en: one.name.en,
      percent: one.percent,
      procedure_codes: one.procedureCodes && [...one.procedureCodes],
      channel: one.channel,
      proof_needed: one.proofNeeded,
      basis: one.basis,
      unverified: true,
      ordinal: place.own ?? (place.last ?? 0) + 1,
      valid_from: one.validFrom,
      valid_to: one.validTo,
      set_by: one.setBy.accountId,
      set_by_name: one.setBy.name,
      set_at: one.setBy.at,
    })
    .execute();
}

export async function insertExemptionCheck(tx: Tx, id: string, check: ExemptionCheck): Promise<void> {
  await tx
    .insertInto('catalogue.exemption_check')
    .values({
      exemption_id: id,
      source: check.source,
      checked_by: check.accountId,
      checked_by_name: check.name,
      checked_at: check.at,
    })
    .execute();
}
