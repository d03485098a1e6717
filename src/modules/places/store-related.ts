import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';

/** A name that a unit bears or bore, with the names under which its land may stand in an address of one province. */
export interface RelatedNames {
  /** As it was asked for, in search form with its kind: `xa tan phu trung`. */
  readonly typed: string;
  readonly province: string;
  readonly names: readonly string[];
}

/**
 * Communes and districts of these names, with what became of them and what they were made of; of a district that
 * was abolished what became of its communes.
 */
export async function listRelatedNames(q: Queries, names: readonly string[]): Promise<RelatedNames[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<RelatedNames>`
    with hit as (
      select code, valid_from, valid_to, folded as typed from places.unit
       where folded = any(${names}::text[]) and level <> 'province'),
    land as (
      select typed, code, valid_from, valid_to from hit
      union
      select h.typed, u.code, u.valid_from, u.valid_to from hit h join places.unit u on u.parent_code = h.code
        and u.valid_from <= coalesce(h.valid_to, 'infinity') and coalesce(u.valid_to, 'infinity') >= h.valid_from),
    related as (
      select typed, code, valid_from from hit
      union
      select l.typed, s.new_code, s.on_day from land l join places.succession s
          on s.old_code = l.code and s.on_day > l.valid_from
      union
      select h.typed, o.code, o.valid_from from hit h
        join places.succession s on s.new_code = h.code and s.on_day = h.valid_from
        join places.unit o on o.code = s.old_code and o.valid_to = s.on_day - 1)
    select r.typed, coalesce(p2.folded, p1.folded) as province, array_agg(distinct u.folded) as names
      from related r
      join places.unit u on u.code = r.code and u.valid_from = r.valid_from
      left join places.unit p1 on p1.code = u.parent_code
        and p1.valid_from <= coalesce(u.valid_to, 'infinity') and coalesce(p1.valid_to, 'infinity') >= u.valid_from
      left join places.unit p2 on p2.code = p1.parent_code
        and p2.valid_from <= coalesce(u.valid_to, 'infinity') and coalesce(p2.valid_to, 'infinity') >= u.valid_from
     where p1.code is not null group by 1, 2`.execute(q);
  return rows;
}
