import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { ChangedKind } from './rules/day-change.ts';

/** A day with who confirmed it. */
export interface KeptDay {
  readonly date: CivilDate;
  readonly kind: ChangedKind;
  readonly name: string;
  readonly checked: boolean;
  readonly source: string;
  readonly swappedWith: CivilDate | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
}

function days(q: Queries) {
  return q
    .selectFrom('calendar.day')
    .select([
      'date',
      'name',
      'checked',
      'source',
      'swapped_with as swappedWith',
      'confirmed_by as confirmedBy',
      'confirmed_at as confirmedAt',
    ])
    .select((eb) => eb.ref('kind').$castTo<ChangedKind>().as('kind'));
}

export function listDaysOfYear(q: Queries, year: number): Promise<KeptDay[]> {
  return days(q)
    .where('date', '>=', `${year}-01-01` as CivilDate)
    .where('date', '<=', `${year}-12-31` as CivilDate)
    .orderBy('date')
    .execute();
}

export function listUncheckedDays(q: Queries): Promise<KeptDay[]> {
  return days(q).where('checked', '=', false).where('kind', '<>', 'ordinary').orderBy('date').execute();
}

export function findDay(q: Queries, date: CivilDate): Promise<KeptDay | undefined> {
  return days(q).where('date', '=', date).executeTakeFirst();
}

/** Two who change the calendar at once come one after the other. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7204441)`.execute(tx);
}

export async function pressIsDone(q: Queries, pressId: string): Promise<boolean> {
  const row = await q
    .selectFrom('calendar.day_change')
    .select('date')
    .where('press_id', '=', pressId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface RecordedDay {
  readonly pressId: string;
  readonly before: KeptDay | undefined;
  readonly after: Omit<KeptDay, 'confirmedBy' | 'confirmedAt'>;
  readonly notice: string;
  readonly by: string;
  readonly legalNow: Instant;
  readonly machineNow: Instant;
}

/** Writes a confirmed day and, beside it, what it was before. */
export async function keepDay(tx: Tx, day: RecordedDay): Promise<void> {
  const { date, kind, name, checked, source, swappedWith } = day.after;
  const row = { kind, name, checked, source, swapped_with: swappedWith };
  const confirmed = { ...row, confirmed_by: day.by, confirmed_at: day.machineNow };
  await tx
    .insertInto('calendar.day')
    .values({ date, ...confirmed })
    .onConflict((conflict) => conflict.column('date').doUpdateSet(confirmed))
    .execute();
  await tx
    .insertInto('calendar.day_change')
    .values({
      press_id: day.pressId,
      date,
      before: day.before ? sql<string>`${JSON.stringify(shown(day.before))}::jsonb` : null,
      after: sql<string>`${JSON.stringify(shown(day.after))}::jsonb`,
      notice: day.notice,
      recorded_by: day.by,
      legal_at: day.legalNow,
    })
    .execute();
}

function shown({ kind, name, checked, source, swappedWith }: RecordedDay['after']) {
  return { kind, name, checked, source, swappedWith };
}

export interface KeptYear {
  readonly year: number;
  readonly days: number;
  readonly unchecked: number;
  readonly notice: string | null;
  readonly confirmedAt: Instant | null;
}

/** Every year that has days or a notice, the latest first. */
export async function listYears(q: Queries): Promise<KeptYear[]> {
  const { rows } = await sql<KeptYear>`
    select coalesce(d.year, y.year) as year, coalesce(d.days, 0)::int as days,
           coalesce(d.unchecked, 0)::int as unchecked, y.notice, y.confirmed_at as "confirmedAt"
      from (select extract(year from date)::int as year, count(*) as days,
                   count(*) filter (where not checked) as unchecked
              from calendar.day where kind <> 'ordinary' group by 1) d
      full join calendar.year y on y.year = d.year
     order by 1 desc`.execute(q);
  return rows;
}

export async function confirmYearRow(
  tx: Tx,
  year: number,
  notice: string,
  by: { readonly accountId: string; readonly at: Instant },
): Promise<void> {
  const row = { notice, confirmed_by: by.accountId, confirmed_at: by.at };
  await tx
    .insertInto('calendar.year')
    .values({ year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute();
}

export interface ConfirmedDay {
  readonly date: CivilDate;
  readonly name: string;
  readonly notice: string;
  readonly recordedBy: string;
  readonly at: Instant;
}

/** Days that a person confirmed or changed, the latest first. */
export async function listConfirmedDays(q: Queries, limit: number): Promise<ConfirmedDay[]> {
  const { rows } = await sql<ConfirmedDay>`
    select date, after ->> 'name' as name, notice, recorded_by as "recordedBy", legal_at as at
      from calendar.day_change order by legal_at desc, date limit ${limit}`.execute(q);
  return rows;
}
