import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';

/** At the due minute itself it is not yet late. */
export const minuteOf = (now: Instant) => `${now.slice(0, 16)}:00+07:00` as Instant;

const RUNS = sql`clock = 'running'`;
const DUE = sql`due_at`;

/** `isOverdue` of `rules/overdue.ts` for rows of dossiers, or of a view that names its columns otherwise; `now` is legal time. */
export const overdueAt = (now: Instant, { runs, due } = { runs: RUNS, due: DUE }) =>
  sql<boolean>`(${runs} and ${due} < ${minuteOf(now)}::timestamptz)`;
