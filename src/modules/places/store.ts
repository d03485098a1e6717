import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import { soughtText } from '#kernel/vietnamese-text.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { holds } from '#platform/db/like.ts';
import type { DB } from '#platform/db/schema.ts';
import type { UnitRow } from './rules/place-data.ts';
import type { Succession, Successor, Unit, UnitLevel } from './rules/unit.ts';

const columns = ['code', 'name', 'level', 'parent_code', 'valid_from', 'valid_to'] as const;

type Row = {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent_code: string | null;
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate | null;
};

function unitOf(row: Row): Unit {
  return {
    code: row.code,
    name: row.name,
    level: row.level as UnitLevel,
    parentCode: row.parent_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function inForce(q: Queries, on: CivilDate): SelectQueryBuilder<DB, 'places.unit', object> {
  return q
    .selectFrom('places.unit')
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]));
}

/** The unit that has this code on that day. */
export async function findUnit(q: Queries, code: string, on: CivilDate): Promise<Unit | undefined> {
  const row = await inForce(q, on).select(columns).where('code', '=', code).executeTakeFirst();
  return row && unitOf(row);
}

/** The same; throws when no unit has this code on that day. */
export async function getUnit(q: Queries, code: string, on: CivilDate): Promise<Unit> {
  const found = await findUnit(q, code, on);
  if (!found) throw new Error(`no administrative unit ${code} on ${on}`);
  return found;
}

/** The unit that has this code on that day and all above it, smallest first; empty when there is none. */
export async function listChain(q: Queries, code: string, on: CivilDate): Promise<Unit[]> {
  const rows = await q
    .withRecursive('chain', (with_) =>
      inForce(with_ as unknown as Queries, on)
        .select(columns)
        .select(sql<number>`0`.as('height'))
        .where('code', '=', code)
        .unionAll(
          with_
            .selectFrom('places.unit as u')
            .innerJoin('chain as c', 'c.parent_code', 'u.code')
            .where('u.valid_from', '<=', on)
            .where((where) => where.or([where('u.valid_to', 'is', null), where('u.valid_to', '>=', on)]))
            .select(columns.map((column) => `u.${column}` as const))
            .select(sql<number>`c.height + 1`.as('height')),
        ),
    )
    .selectFrom('chain')
    .select(columns)
    .orderBy('height')
    .execute();
  return rows.map(unitOf);
}

export interface UnitSearch {
  readonly text: string;
  readonly on: CivilDate;
  readonly level?: UnitLevel;
  readonly parentCode?: string;
  readonly limit?: number;
}

/** Units whose name holds the typed words, without diacritics; names that begin with them first. Signs find nothing. */
export async function searchUnits(q: Queries, search: UnitSearch): Promise<Unit[]> {
  const text = soughtText(search.text);
  if (text === '') return [];
  let query = inForce(q, search.on).select(columns);
  if (search.level) query = query.where('level', '=', search.level);
  if (search.parentCode) query = query.where('parent_code', '=', search.parentCode);
  for (const word of text.split(' ')) query = query.where('folded', 'like', holds(word));
  const rows = await query
    .orderBy(sql`case when ' ' || folded like ${holds(` ${text}`)} then 0 else 1 end`)
    .orderBy(sql`length(folded)`)
    .orderBy('code')
    .limit(search.limit ?? 20)
    .execute();
  return rows.map(unitOf);
}

/** The communes of a province or the units right below one, in the order of their codes. */
export async function listUnitsBelow(q: Queries, parentCode: string, on: CivilDate): Promise<Unit[]> {
  const rows = await inForce(q, on)
    .select(columns)
    .where('parent_code', '=', parentCode)
    .orderBy('code')
    .execute();
  return rows.map(unitOf);
}

export async function listProvinces(q: Queries, on: CivilDate): Promise<Unit[]> {
  const rows = await inForce(q, on).select(columns).where('level', '=', 'province').orderBy('code').execute();
  return rows.map(unitOf);
}

/** What the unit of this code became, the main successor first; empty when it goes on or has none (districts). */
export async function listSuccessors(q: Queries, code: string): Promise<Successor[]> {
  const rows = await q
    .selectFrom('places.succession as s')
    .innerJoin('places.unit as u', (join) =>
      join.onRef('u.code', '=', 's.new_code').onRef('u.valid_from', '=', 's.on_day'),
    )
    .select([...columns.map((column) => `u.${column}` as const), 's.checked'])
    .where('s.old_code', '=', code)
    .orderBy('s.on_day')
    .orderBy('s.ordinal')
    .execute();
  return rows.map((row) => ({ unit: unitOf(row), checked: row.checked }));
}

/** The units that went into this one. */
export async function listPredecessors(q: Queries, code: string): Promise<Successor[]> {
  const rows = await q
    .selectFrom('places.succession as s')
    .innerJoin('places.unit as u', (join) =>
      join.onRef('u.code', '=', 's.old_code').on(sql<boolean>`u.valid_to = s.on_day - 1`),
    )
    .select([...columns.map((column) => `u.${column}` as const), 's.checked'])
    .where('s.new_code', '=', code)
    .orderBy('u.code')
    .execute();
  return rows.map((row) => ({ unit: unitOf(row), checked: row.checked }));
}

/** All rows in two statements: one array a column is read faster than rows of parameters. */
export async function insertUnits(tx: Tx, rows: readonly UnitRow[]): Promise<void> {
  await sql`
    insert into places.unit (code, valid_from, valid_to, name, level, parent_code, folded)
    select * from unnest(
      ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.validFrom)}::date[],
      ${rows.map((row) => row.validTo)}::date[], ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => row.level)}::text[], ${rows.map((row) => row.parentCode)}::text[],
      ${rows.map((row) => row.folded)}::text[])
    on conflict (code, valid_from) do update
      set valid_to = excluded.valid_to, name = excluded.name, level = excluded.level,
          parent_code = excluded.parent_code, folded = excluded.folded
      where (unit.valid_to, unit.name, unit.parent_code)
        is distinct from (excluded.valid_to, excluded.name, excluded.parent_code)`.execute(tx);
}

export async function insertSuccessions(tx: Tx, rows: readonly Succession[]): Promise<void> {
  await sql`
    insert into places.succession (old_code, new_code, on_day, ordinal, checked)
    select * from unnest(
      ${rows.map((row) => row.oldCode)}::text[], ${rows.map((row) => row.newCode)}::text[],
      ${rows.map((row) => row.onDay)}::date[], ${rows.map((row) => row.ordinal)}::int[],
      ${rows.map((row) => row.checked)}::boolean[])
    on conflict (old_code, on_day, new_code) do update
      set ordinal = excluded.ordinal, checked = excluded.checked
      where (succession.ordinal, succession.checked)
        is distinct from (excluded.ordinal, excluded.checked)`.execute(tx);
}

export interface UncheckedSuccession {
  readonly oldCode: string;
  readonly oldName: string;
  readonly newCode: string;
  readonly newName: string;
  readonly onDay: CivilDate;
}

/** What became of a unit by a correction of ours, which needs an official text. */
export async function listUncheckedSuccessions(q: Queries): Promise<UncheckedSuccession[]> {
  const { rows } = await sql<UncheckedSuccession>`
    select s.old_code as "oldCode", o.name as "oldName", s.new_code as "newCode", n.name as "newName",
           s.on_day as "onDay"
      from places.succession s
      join lateral (select name from places.unit u where u.code = s.old_code and u.valid_from < s.on_day
                     order by u.valid_from desc limit 1) o on true
      join lateral (select name from places.unit u where u.code = s.new_code and u.valid_from <= s.on_day
                     and (u.valid_to is null or u.valid_to >= s.on_day) limit 1) n on true
     where not s.checked order by s.old_code, s.ordinal`.execute(q);
  return rows;
}
