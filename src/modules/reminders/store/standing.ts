import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import { overdueAt } from '#modules/dossiers/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Whom } from '../rules/escalation.ts';
import type { FindingCursor } from '../rules/finding-cursor.ts';
import type { LawRule, Level } from '../rules/law-rule.ts';
import type { Places } from '../rules/places-watched.ts';

/** A finding that still stands: its dossier has not moved since it was looked at. */
export interface StandingLine {
  readonly dossierId: string;
  readonly name: string;
  /** Else `name` is its reference. */
  readonly numbered: boolean;
  readonly procedureName: string;
  readonly rule: LawRule;
  readonly order: number;
  readonly level: Level;
  readonly by: Instant;
  readonly since: Instant;
  readonly intakeOfficeId: string;
  /** Who has to act. */
  readonly officeId: string;
  readonly accountId: string | null;
  readonly task: string;
}

/** `apology` of `rules/find.ts`, broken: overdue now, and nobody has apologised. */
const owed = (now: Instant) => sql`${overdueAt(now, { runs: sql`w.runs`, due: sql`w.due_at` })}
  and w.appointed_at is null and w.received_at is not null and w.holder_office_id is not null`;

/** What the last look found and still stands; who is owed an apology is asked now, so that every page says the same number. */
const standingAt = (now: Instant) => sql`(
  select f.dossier_id, f.rule, f.ordinal, f.level, f.by_at, f.since_at, f.agency_id, f.intake_office_id, f.office_id,
         f.account_id, f.task, w.name, w.numbered, w.procedure_name
    from reminders.finding f join dossiers.watched w on w.id = f.dossier_id and w.seq = f.seq
   where f.rule <> 'apology' or (${owed(now)}) is not true
   union all
  select w.id, 'apology', 0, 'broken', w.due_at, w.due_at, w.agency_id, w.intake_office_id, w.holder_office_id,
         w.holder_account_id, w.task, w.name, w.numbered, w.procedure_name
    from dossiers.watched w where ${owed(now)}) f`;

const columnsOf = (
  named: RawBuilder<unknown>,
) => sql`f.dossier_id as "dossierId", ${named}.name, ${named}.numbered,
  ${named}.procedure_name as "procedureName", f.rule, f.ordinal as "order", f.level, f.by_at as "by",
  f.since_at as since, f.intake_office_id as "intakeOfficeId", f.office_id as "officeId", f.account_id as "accountId", f.task`;
export const STANDING_COLUMNS = columnsOf(sql`w`);

const watchedIn = ({ agencyIds, officeIds }: Places) => sql`(f.agency_id = any (${agencyIds}::uuid[])
  or f.office_id = any (${officeIds}::uuid[]) or f.intake_office_id = any (${officeIds}::uuid[]))`;

/** What somebody was told of; whose hands it has left since is not reminded of it any more. */
export interface MyReminder extends StandingLine {
  readonly whom: Whom;
  readonly insteadOf: string | null;
}

/** `from` and `where` of what a person was told and still stands; conditions may follow. */
export const MINE = (accountId: string) => sql`reminders.reminder r
  join reminders.finding f on f.dossier_id = r.dossier_id and f.rule = r.rule and f.ordinal = r.ordinal
                          and f.occasion = r.occasion
  join dossiers.watched w on w.id = f.dossier_id and w.seq = f.seq
 where r.account_id = ${accountId}::uuid
   and (r.whom <> 'holder' or f.account_id is null or f.account_id in (r.account_id, r.instead_of))`;

/** Broken ones first, the longest ago first. */
export async function listMine(q: Queries, accountId: string, limit: number): Promise<MyReminder[]> {
  const { rows } = await sql<MyReminder>`
    select ${STANDING_COLUMNS}, r.whom, r.instead_of as "insteadOf" from ${MINE(accountId)}
     order by f.level, f.since_at, f.dossier_id, f.rule, f.ordinal limit ${limit}`.execute(q);
  return rows;
}

/** Who has more than this many is not helped by the number. */
const MOST_COUNTED = 1_000;

export async function countMine(q: Queries, accountId: string): Promise<{ all: number; broken: number }> {
  const { rows } = await sql<{ all: number; broken: number }>`
    select count(*)::int as "all", count(*) filter (where level = 'broken')::int as broken
      from (select f.level from ${MINE(accountId)} limit ${MOST_COUNTED}) m`.execute(q);
  return rows[0] ?? { all: 0, broken: 0 };
}

export interface StandingFilter {
  readonly level: Level;
  readonly rule: LawRule | null;
}

/** Of these places, the longest ago first; `now` is legal time. */
export async function listStanding(
  q: Queries,
  places: Places,
  { level, rule }: StandingFilter,
  page: { readonly after: FindingCursor | null; readonly limit: number; readonly now: Instant },
): Promise<StandingLine[]> {
  const { after, limit, now } = page;
  const conditions: RawBuilder<unknown>[] = [watchedIn(places), sql`f.level = ${level}`];
  if (rule) conditions.push(sql`f.rule = ${rule}`);
  if (after)
    conditions.push(sql`(f.since_at, f.dossier_id, f.rule, f.ordinal)
      > (${after.since}::timestamptz, ${after.dossierId}::uuid, ${after.rule}::text, ${after.order}::int)`);
  const { rows } = await sql<StandingLine>`
    select ${columnsOf(sql`f`)} from ${standingAt(now)} where ${sql.join(conditions, sql` and `)}
     order by f.since_at, f.dossier_id, f.rule, f.ordinal limit ${limit}`.execute(q);
  return rows;
}

export interface StandingCount extends Pick<StandingLine, 'rule' | 'level'> {
  readonly count: number;
}

export async function countStanding(
  q: Queries,
  places: Places,
  now: Instant,
  rule: LawRule | null = null,
): Promise<StandingCount[]> {
  const { rows } = await sql<StandingCount>`
    select f.rule, f.level, count(*)::int as count from ${standingAt(now)}
     where ${watchedIn(places)} and (${rule}::text is null or f.rule = ${rule}::text)
     group by 1, 2`.execute(q);
  return rows;
}
