import { sql } from 'kysely';
import type { Queries, Tx } from '#platform/db/database.ts';
import { reportClocks } from '../rules/report-table.ts';
import { changesOf, endedNow } from './changes.ts';
import { endedColumns } from './class-sql.ts';
import { countedFactsOf, handledFactsOf } from './facts.ts';

export interface ToCount {
  /** Of the notes: the last one that was read. */
  readonly last: string;
  readonly dossierIds: readonly string[];
}

/** First in its transaction: the snapshot is taken when the lock is there. */
export async function lockCounts(tx: Tx): Promise<void> {
  await sql`lock table reports.day_count in share row exclusive mode`.execute(tx);
}

/**
 * Dossiers that have changed since they were counted, by the order in which that was noted. Those whose time is not
 * written down yet (from before intervals were kept) wait until it is.
 */
export async function listToCount(q: Queries, after: string, most: number): Promise<ToCount | null> {
  const { rows } = await sql<{ last: string | null; ids: string[] | null }>`
    with noted as (select id, dossier_id from reports.to_count where id > ${after}::bigint order by id limit ${most})
    select max(id)::text as last, array_agg(distinct dossier_id) filter (
             where not exists (select from dossiers.report_line d where d.id = dossier_id)
                or exists (select from dossiers.report_interval i where i.dossier_id = noted.dossier_id)) as ids
      from noted`.execute(q);
  const [row] = rows;
  return row?.last ? { last: row.last, dossierIds: row.ids ?? [] } : null;
}

const handled = reportClocks.flatMap((clock) => endedColumns[clock]);
const all = ['received', 'early', 'on_time', 'late', ...handled];
const listed = (some: readonly string[]) => sql.join(some.map((one) => sql.ref(one)));
const summed = (some: readonly string[]) =>
  sql.join(some.map((one) => sql`sum(${sql.ref(one)})::int as ${sql.ref(one)}`));
const isSome = (some: readonly string[]) => sql`(${listed(some)}) <> (${sql.join(some.map(() => sql`0`))})`;
const handledSums = sql.join(
  reportClocks.flatMap(endedNow).map((value, at) => sql`sum(${value})::int as ${sql.ref(handled[at] ?? '')}`),
);
const added = (table: string, some: readonly string[]) =>
  sql.join(
    some.map((one) => sql`${sql.ref(one)} = ${sql.ref(`${table}.${one}`)} + ${sql.ref(`excluded.${one}`)}`),
  );
/** The first day at whose end it was overdue, or had ended late. */
const lateOn = sql`(
  select date '2000-01-01' + (min(standing) >> 3) from unnest(standings) standing where standing & 7 in (1, 4))`;

/**
 * Takes what these dossiers had put into the counts out again and puts in what they are now. To be done in one
 * snapshot: what changes meanwhile is noted again, and counted the next time.
 */
export async function countAgain(
  tx: Tx,
  { dossierIds, last }: ToCount,
  passing: readonly string[],
): Promise<void> {
  await sql`
    with facts as materialized (${handledFactsOf(dossierIds, passing)}), lines as (
      insert into reports.line (agency_id, intake_office_id, field, channel, assisted)
      select distinct agency_id, intake_office_id, field, channel, assisted from facts
      on conflict do nothing
    )
    insert into reports.handler (agency_id, office_id, account_id)
    select distinct agency_id, handler_office_id, handler_account_id from facts where ended_on is not null
    on conflict do nothing`.execute(tx);
  await sql`
    with facts as materialized (${countedFactsOf(dossierIds, passing)}), fresh as materialized (
      select f.*, l.id as line_id, case when ended_on is not null then (
               select h.id from reports.handler h
                where h.agency_id = f.agency_id and h.office_id = handler_office_id and h.account_id = handler_account_id
             ) end as handler_id
        from facts f join reports.line l using (agency_id, intake_office_id, field, channel, assisted)
    ), both_of_them as (
      select -1 as sign, line_id, handler_id, received_on, ended_on, standings, coalesce(national, standings) as national
        from reports.counted_dossier where dossier_id = any (${dossierIds}::uuid[])
      union all
      select 1, line_id, handler_id, received_on, ended_on, standings, coalesce(national, standings) from fresh
    ), of_days as materialized (
      select day, line_id, ${summed(all)} from (${changesOf(sql`both_of_them`, sql`line_id`, reportClocks)}) c
       group by day, line_id
    ), put_days as (
      insert into reports.day_count (day, line_id, ${listed(all)})
      select day, line_id, ${listed(all)} from of_days where ${isSome(all)}
      on conflict (day, line_id) do update set ${added('day_count', all)}
    ), put_months as (
      insert into reports.month_count (month, line_id, ${listed(handled)})
      select date_trunc('month', day)::date, line_id, ${summed(handled)} from of_days where ${isSome(handled)} group by 1, 2
      on conflict (month, line_id) do update set ${added('month_count', handled)}
    ), handled as materialized (
      select received_on as day, handler_id, ${handledSums}
        from both_of_them where handler_id is not null group by 1, 2
    ), put_handled_days as (
      insert into reports.handled_day (day, handler_id, ${listed(handled)})
      select day, handler_id, ${listed(handled)} from handled where ${isSome(handled)}
      on conflict (day, handler_id) do update set ${added('handled_day', handled)}
    ), put_handled_months as (
      insert into reports.handled_month (month, handler_id, ${listed(handled)})
      select date_trunc('month', day)::date, handler_id, ${summed(handled)} from handled where ${isSome(handled)}
       group by 1, 2
      on conflict (month, handler_id) do update set ${added('handled_month', handled)}
    ), gone as (
      delete from reports.counted_dossier c
       where dossier_id = any (${dossierIds}::uuid[]) and not exists (select from fresh f where f.dossier_id = c.dossier_id)
    ), put as (
      insert into reports.counted_dossier
        (dossier_id, line_id, handler_id, received_on, ended_on, standings, national, late_on)
      select dossier_id, line_id, handler_id, received_on, ended_on, standings, national, ${lateOn} from fresh
      on conflict (dossier_id) do update set line_id = excluded.line_id, handler_id = excluded.handler_id,
        received_on = excluded.received_on, ended_on = excluded.ended_on, standings = excluded.standings,
        national = excluded.national, late_on = excluded.late_on
       where counted_dossier is distinct from excluded
    )
    delete from reports.to_count where id <= ${last}::bigint and dossier_id = any (${dossierIds}::uuid[])`.execute(
    tx,
  );
}
