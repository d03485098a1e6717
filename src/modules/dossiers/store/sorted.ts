import { type RawBuilder, sql } from 'kysely';
import type { ListSort, SortColumn, SortedPlace } from '../rules/list-sort.ts';

const vietnamese = (expression: RawBuilder<unknown>) => sql`(${expression}) collate "vi-VN-x-icu"`;

/**
 * Keys of each order, never null; the indexes of 0030, 0078 and 0083 say the same. Risk stands beside lists of work only; what
 * one may read is walked by name and by date in a table of its own (`readable-list.ts`).
 */
const keysOf: Record<SortColumn, readonly RawBuilder<unknown>[]> = {
  number: [sql`coalesce(d.number, d.reference) collate "C"`],
  procedure: [vietnamese(sql`d.procedure_name`)],
  applicant: [sql`d.applicant_given`, sql`d.applicant_rest`],
  received: [sql`coalesce(d.received_at, 'infinity')`],
  due: [sql`coalesce(d.due_at, 'infinity')`],
  risk: [sql`coalesce(1 - risk_probability, 2)`, sql`coalesce(d.due_at, 'infinity')`],
};

const typesOf: Record<SortColumn, readonly RawBuilder<unknown>[]> = {
  number: [sql`text`],
  procedure: [sql`text`],
  applicant: [sql`text`, sql`text`],
  received: [sql`timestamptz`],
  due: [sql`timestamptz`],
  risk: [sql`numeric`, sql`timestamptz`],
};

/** What is walked of a table beside the dossiers: `a`, its applicants, by name; `u`, its dates. */
export type BesideColumn = Extract<SortColumn, 'applicant' | 'due'>;
const besideOf: Record<BesideColumn, readonly RawBuilder<unknown>[]> = {
  applicant: [sql`a.given`, sql`a.rest`, sql`a.dossier_id`],
  due: [sql`coalesce(u.due_at, 'infinity')`, sql`u.id`],
};

/** `d` in the chosen order; the id makes it whole. */
export function orderOf({ by, down }: ListSort) {
  return ordered([...keysOf[by], sql`d.id`], down);
}

/** What stands beside the dossiers in the chosen order. */
export function besideOrder(by: BesideColumn, down: boolean) {
  return ordered(besideOf[by], down);
}

function ordered(keys: readonly RawBuilder<unknown>[], down: boolean) {
  const way = down ? sql` desc` : sql``;
  return sql.join(keys.map((key) => sql`${key}${way}`));
}

/** Rows of `d` that come after the last line of the page before. */
export function beyondPlace(sort: ListSort, place: SortedPlace) {
  return beyond([...keysOf[sort.by], sql`d.id`], sort, place);
}

/** Rows beside the dossiers that do. */
export function beyondBeside(by: BesideColumn, sort: ListSort, place: SortedPlace) {
  return beyond(besideOf[by], sort, place);
}

function beyond(columns: readonly RawBuilder<unknown>[], { by, down }: ListSort, { keys, id }: SortedPlace) {
  const given = keys.map((key, index) => sql`${key}::${typesOf[by][index] ?? sql`text`}`);
  const row = sql.join(columns);
  return sql<boolean>`(${row}) ${down ? sql`<` : sql`>`} (${sql.join([...given, sql`${id}::uuid`])})`;
}
