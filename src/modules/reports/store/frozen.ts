import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { type FrozenQuestion, type FrozenReport, sealedText, shownText } from '../rules/frozen.ts';
import type { ReportLine, ReportTable } from '../rules/report-table.ts';

/** A frozen report with the digest it was stored under. */
export interface StoredFrozen extends FrozenReport {
  readonly digest: string;
  /** What is stored still has that digest. */
  readonly intact: boolean;
}

/** Of the numbers as a page shows them, so that a press can say which were seen. */
export const shownDigest = (table: ReportTable) =>
  createHash('sha256').update(shownText(table)).digest('hex');

const digestOf = (report: FrozenReport) => createHash('sha256').update(sealedText(report)).digest();

/** Until the transaction ends nobody else freezes this report of this agency. */
export async function lockFrozen(tx: Tx, { code, agencyId }: FrozenQuestion): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`report:${code}:${agencyId}`}, 0))`.execute(tx);
}

/** Once; the same press again changes nothing. */
export async function insertFrozen(tx: Tx, report: FrozenReport): Promise<void> {
  const { id, code, agencyId, officeCode, from, to, clock, table, frozenAt, by } = report;
  const digest = digestOf(report);
  const isNew = await tx
    .insertInto('reports.frozen_report')
    .values({
      ...{ id, code, agency_id: agencyId, office_code: officeCode, agency_ids: [...table.agencyIds] },
      ...{ from_day: from, to_day: to, clock, counted_at: table.at, frozen_at: frozenAt },
      ...{ frozen_by: by.accountId, frozen_by_name: by.name, frozen_by_title: by.title },
      ...{ columns: [...table.columns], numbers_at: table.countedAt ?? null, digest },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!isNew || table.lines.length === 0) return;
  const lines = table.lines.map(({ of, key, name, values }, index) => ({
    ...{ report_id: id, ordinal: index + 1, kind: of, key, name },
    cells: sql<number[]>`${[...values]}::integer[]`,
  }));
  await tx.insertInto('reports.frozen_line').values(lines).execute();
}

/** Whole, with whether it is still as it was stored. */
export async function findFrozen(q: Queries, id: string): Promise<StoredFrozen | undefined> {
  const row = await q.selectFrom('reports.frozen_report').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const lines = await q
    .selectFrom('reports.frozen_line')
    .select(['kind', 'key', 'name', 'cells'])
    .where('report_id', '=', id)
    .orderBy('ordinal')
    .execute();
  const report: FrozenReport = {
    ...{ id, code: row.code, agencyId: row.agency_id, officeCode: row.office_code },
    ...{ from: row.from_day, to: row.to_day, clock: row.clock as FrozenReport['clock'] },
    table: {
      ...{ at: row.counted_at, agencyIds: row.agency_ids, columns: row.columns },
      lines: lines.map(({ kind, key, name, cells }) => ({
        ...{ of: kind as ReportLine['of'], key, name, values: cells },
      })),
      ...(row.numbers_at ? { countedAt: row.numbers_at } : {}),
    },
    frozenAt: row.frozen_at,
    by: { accountId: row.frozen_by, name: row.frozen_by_name, title: row.frozen_by_title },
  };
  const intact = digestOf(report).equals(row.digest);
  return { ...report, digest: row.digest.toString('hex'), intact };
}

/** A line of a list of frozen reports. */
export interface FrozenLine extends FrozenQuestion {
  readonly id: string;
  /** Legal time. */
  readonly countedAt: Instant;
  readonly byName: string;
}

/** Those of some agencies, the latest first; of one question, where it is given. */
export async function listFrozen(
  q: Queries,
  agencyIds: readonly string[],
  question: Omit<FrozenQuestion, 'agencyId'> | null,
  limit: number,
): Promise<FrozenLine[]> {
  let query = q
    .selectFrom('reports.frozen_report')
    .where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : ['00000000-0000-0000-0000-000000000000']);
  if (question)
    query = query
      .where('code', '=', question.code)
      .where('office_code', 'is not distinct from', question.officeCode)
      .where('from_day', '=', question.from)
      .where('to_day', '=', question.to)
      .where('clock', '=', question.clock);
  const rows = await query
    .select(['id', 'code', 'agency_id as agencyId', 'office_code as officeCode', 'from_day as from'])
    .select(['to_day as to', 'clock', 'counted_at as countedAt', 'frozen_by_name as byName'])
    .orderBy('counted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as FrozenLine[];
}

/** Every one, for who verifies them. */
export async function listFrozenIds(q: Queries): Promise<string[]> {
  const rows = await q.selectFrom('reports.frozen_report').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
