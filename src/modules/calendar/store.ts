import { type ExpressionBuilder, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { DatedHours, WrittenSpan } from '#kernel/working-time/office-hours.ts';
import type { DatedOpeningHours } from '#kernel/working-time/opening-hours.ts';
import type { SpecialDay, SpecialDayKind } from '#kernel/working-time/work-calendar.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';

/** A day off or swapped, as it is shown. */
export interface NamedDay extends SpecialDay {
  readonly name: string;
  readonly source: string;
}

/** A day as a seed brings it. */
export interface SeedDay extends NamedDay {
  readonly swappedWith: CivilDate | null;
}

export async function getVersion(q: Queries): Promise<string> {
  const row = await q.selectFrom('calendar.version').select('version').executeTakeFirstOrThrow();
  return row.version;
}

/** All special days: some hundred for a decade, so never paged. */
export async function listDays(q: Queries): Promise<NamedDay[]> {
  const rows = await q
    .selectFrom('calendar.day')
    .select(['date', 'kind', 'name', 'checked', 'source'])
    .where('kind', '<>', 'ordinary')
    .orderBy('date')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SpecialDayKind }));
}

export async function listDaysOffFrom(q: Queries, from: CivilDate, limit: number): Promise<NamedDay[]> {
  const rows = await q
    .selectFrom('calendar.day')
    .select(['date', 'kind', 'name', 'checked', 'source'])
    .where('date', '>=', from)
    .where('kind', 'in', ['holiday', 'swapped-off'])
    .orderBy('date')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SpecialDayKind }));
}

/** Years with a notice, in order. */
export async function listKnownYears(q: Queries): Promise<number[]> {
  const rows = await q.selectFrom('calendar.year').select('year').orderBy('year').execute();
  return rows.map((row) => row.year);
}

/** Hours for all offices first, then the office's own, each in the order of their start. */
export async function listOfficeHours(q: Queries, officeId: string | null): Promise<DatedHours[]> {
  const rows = await q
    .selectFrom('calendar.office_hours')
    .select(['spans', 'valid_from', 'valid_to'])
    .where((eb) => ofOffice(eb, officeId))
    .orderBy(sql`office_id is not null`)
    .orderBy(sql`valid_from nulls first`)
    .execute();
  return rows.map((row) => ({
    validFrom: row.valid_from,
    validTo: row.valid_to,
    spans: row.spans as unknown as WrittenSpan[],
  }));
}

function ofOffice(eb: ExpressionBuilder<DB, 'calendar.office_hours'>, officeId: string | null) {
  const forAll = eb('office_id', 'is', null);
  return officeId === null ? forAll : eb.or([forAll, eb('office_id', '=', officeId)]);
}

export async function listOpeningHours(q: Queries, officeId: string): Promise<DatedOpeningHours[]> {
  const rows = await q
    .selectFrom('calendar.opening_hours')
    .select(['weekly', 'valid_from', 'valid_to'])
    .where('office_id', '=', officeId)
    .execute();
  return rows.map((row) => ({
    validFrom: row.valid_from,
    validTo: row.valid_to,
    weekly: row.weekly as unknown as DatedOpeningHours['weekly'],
  }));
}

/** Adds and corrects days no person has confirmed; the number of days that changed. */
export async function upsertDays(tx: Tx, days: readonly SeedDay[]): Promise<number> {
  if (days.length === 0) return 0;
  const result = await tx
    .insertInto('calendar.day')
    .values(days.map(({ swappedWith, ...day }) => ({ ...day, swapped_with: swappedWith })))
    .onConflict((conflict) =>
      conflict
        .column('date')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          name: eb.ref('excluded.name'),
          checked: eb.ref('excluded.checked'),
          source: eb.ref('excluded.source'),
          swapped_with: eb.ref('excluded.swapped_with'),
        }))
        .where('calendar.day.confirmed_by', 'is', null)
        .where(
          sql<boolean>`(day.kind, day.name, day.checked, day.source, day.swapped_with)
            is distinct from (excluded.kind, excluded.name, excluded.checked, excluded.source, excluded.swapped_with)`,
        ),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

export async function insertMissingYears(tx: Tx, years: readonly number[], notice: string): Promise<number> {
  if (years.length === 0) return 0;
  const result = await tx
    .insertInto('calendar.year')
    .values(years.map((year) => ({ year, notice })))
    .onConflict((conflict) => conflict.column('year').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

export interface HoursPeriodRow {
  readonly officeId: string | null;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

/** Writes the hours of one period; the same start again replaces them. */
export async function upsertOfficeHours(
  tx: Tx,
  period: HoursPeriodRow & { readonly spans: readonly WrittenSpan[] },
): Promise<void> {
  const spans = sql<string>`${JSON.stringify(period.spans)}::jsonb`;
  await tx
    .insertInto('calendar.office_hours')
    .values({ office_id: period.officeId, spans, valid_from: period.validFrom, valid_to: period.validTo })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'valid_from']).doUpdateSet({ spans, valid_to: period.validTo }),
    )
    .execute();
}

export async function upsertOpeningHours(
  tx: Tx,
  period: HoursPeriodRow & { readonly officeId: string; readonly weekly: DatedOpeningHours['weekly'] },
): Promise<void> {
  const weekly = sql<string>`${JSON.stringify(period.weekly)}::jsonb`;
  await tx
    .insertInto('calendar.opening_hours')
    .values({ office_id: period.officeId, weekly, valid_from: period.validFrom, valid_to: period.validTo })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'valid_from']).doUpdateSet({ weekly, valid_to: period.validTo }),
    )
    .execute();
}
