import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import { overdueAt } from './overdue.ts';

export const endOfDay = (now: Instant) => `${now.slice(0, 10)}T23:59:59+07:00` as Instant;

/** `workRank` in SQL, of a dossier with its risk beside it. */
export const rankAt = (now: Instant) => sql<number>`case
  when clock in ('stopped', 'suspended') then 7 when clock = 'ended' then 6
  when clock <> 'running' or due_at is null then 5
  when ${overdueAt(now)} then 0
  when risk_level = 'high' then 1
  when due_at <= ${endOfDay(now)}::timestamptz then 2
  when risk_level = 'medium' then 3
  else 4 end`;

/** Only a running clock has a due moment. */
export const due = sql<Instant>`coalesce(case when clock = 'running' then due_at end, 'infinity')`;

export function isAfter({ rank, at, id }: ListCursor, now: Instant) {
  return sql<boolean>`(${rankAt(now)}, ${due}, id) > (${rank}::int, ${at ?? 'infinity'}::timestamptz, ${id}::uuid)`;
}
