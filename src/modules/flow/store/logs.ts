import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { LogAttributes, LogCase } from '../rules/log.ts';

/** An imported log. */
export interface StoredLog {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly importedAt: Instant;
  readonly cases: number;
  readonly events: number;
  /** Null: it has no events. */
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

function selectLogs(q: Queries) {
  return q
    .selectFrom('flow.log')
    .select(['id', 'name', 'sha256', 'imported_at as importedAt', 'cases', 'events'])
    .select(['first_at as firstAt', 'last_at as lastAt'])
    .$castTo<StoredLog>();
}

export async function listLogs(q: Queries): Promise<StoredLog[]> {
  return selectLogs(q).orderBy('name').execute();
}

export async function findLog(
  q: Queries,
  by: 'name' | 'sha256',
  value: string,
): Promise<StoredLog | undefined> {
  return selectLogs(q).where(by, '=', value).executeTakeFirst();
}

/** Imports wait for each other: the same file is not read twice at once. */
export async function lockImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('flow.log'))`.execute(tx);
}

/** After its cases: it knows then how many they are. */
export async function insertLog(tx: Tx, log: StoredLog): Promise<void> {
  await tx
    .insertInto('flow.log')
    .values({
      ...{ id: log.id, name: log.name, sha256: log.sha256, imported_at: log.importedAt },
      ...{ cases: log.cases, events: log.events, first_at: log.firstAt, last_at: log.lastAt },
    })
    .execute();
}

/** Its cases go with it. */
export async function deleteLog(tx: Tx, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('flow.log').where('name', '=', name).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** `from`: ordinal of the first of them. */
export async function insertCases(
  tx: Tx,
  logId: string,
  from: number,
  cases: readonly LogCase[],
): Promise<void> {
  const caseRows = cases.map(({ caseId, attributes }, i) => ({
    ordinal: from + i,
    case_id: caseId,
    attributes,
  }));
  const eventRows = cases.flatMap(({ events }, i) =>
    events.map(({ group, ...event }, seq) => ({ ...event, office: group, case_ordinal: from + i, seq })),
  );
  await sql`
    insert into flow.log_case (log_id, ordinal, case_id, attributes)
    select ${logId}::uuid, c.* from jsonb_to_recordset(${JSON.stringify(caseRows)}::jsonb)
      as c(ordinal int, case_id text, attributes jsonb)`.execute(tx);
  await sql`
    insert into flow.log_event
      (log_id, case_ordinal, seq, at, activity, lifecycle, resource, role, office, attributes)
    select ${logId}::uuid, e.* from jsonb_to_recordset(${JSON.stringify(eventRows)}::jsonb)
      as e(case_ordinal int, seq int, at timestamptz, activity text, lifecycle text, resource text, role text,
           office text, attributes jsonb)`.execute(tx);
}

interface CaseRow {
  readonly ordinal: number;
  readonly caseId: string;
  readonly attributes: LogAttributes;
}

/** The next cases behind one, in the order of the log, with their events. */
export async function listCasesAfter(
  q: Queries,
  logId: string,
  after: number,
  most: number,
): Promise<(LogCase & { readonly ordinal: number })[]> {
  const cases = await q
    .selectFrom('flow.log_case')
    .select(['ordinal', 'case_id as caseId', 'attributes'])
    .$castTo<CaseRow>()
    .where('log_id', '=', logId)
    .where('ordinal', '>', after)
    .orderBy('ordinal')
    .limit(most)
    .execute();
  const last = cases.at(-1);
  if (!last) return [];
  const events = await q
    .selectFrom('flow.log_event')
    .select(['case_ordinal as ordinal', 'at', 'activity', 'lifecycle', 'resource', 'role', 'office as group'])
    .select('attributes')
    .$castTo<LogCase['events'][number] & { readonly ordinal: number }>()
    .where('log_id', '=', logId)
    .where('case_ordinal', '>', after)
    .where('case_ordinal', '<=', last.ordinal)
    .orderBy('case_ordinal')
    .orderBy('seq')
    .execute();
  const ofCase = Map.groupBy(events, ({ ordinal }) => ordinal);
  return cases.map((one) => ({
    ...one,
    events: (ofCase.get(one.ordinal) ?? []).map(({ ordinal, ...event }) => event),
  }));
}
