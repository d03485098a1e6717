import { type RawBuilder, sql } from 'kysely';
import type { ListSort, SortColumn, SortedPlace } from '../rules/list-sort.ts';

const vietnamese = (expression: RawBuilder<unknown>) => sql`(${expression}) collate "vi-VN-x-icu"`;

/** Keys of each order, never null; the indexes of 0030 say the same. */
const keysOf: Record<SortColumn, readonly RawBuilder<unknown>[]> = {
  number: [sql`coalesce(d.number, d.reference) collate "C"`],
  procedure: [vietnamese(sql`d.procedure_name`)],
  applicant: [sql`d.applicant_given`, sql`d.applicant_rest`],
  received: [sql`coalesce(d.received_at, 'infinity')`],
  due: [sql`coalesce(d.due_at, 'infinity')`],
};

const typeOf = (by: SortColumn) => (by === 'received' || by === 'due' ? sql`timestamptz` : sql`text`);

/** `d` in the chosen order; the id makes it whole. */
export function orderOf({ by, down }: ListSort) {
  const way = down ? sql` desc` : sql``;
  return sql.join([...keysOf[by], sql`d.id`].map((key) => sql`${key}${way}`));
}

/** Rows of `d` that come after the last line of the page before. */
export function beyondPlace({ by, down }: ListSort, { keys, id }: SortedPlace) {
  const given = keys.map((key) => sql`${key}::${typeOf(by)}`);
  const row = sql.join([...keysOf[by], sql`d.id`]);
  return sql<boolean>`(${row}) ${down ? sql`<` : sql`>`} (${sql.join([...given, sql`${id}::uuid`])})`;
}
