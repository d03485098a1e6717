import { dateOf } from '#kernel/civil-date.ts';
import { type Instant, isInstant } from '#kernel/instant.ts';
import { stillClocks } from './dossier.ts';
import { isOverdue } from './overdue.ts';
import type { Risk } from './risk.ts';

type WorkLine = Pick<Line, 'clock' | 'dueAt'> & { readonly risk?: Pick<Risk, 'level'> | null };

/** The last line of a page, from which the next one goes on; stands in the address, without personal data. */
export interface ListCursor {
  /** First key of a list of work, 0 in other lists. */
  readonly rank: number;
  readonly at: Instant | null;
  readonly id: string;
}

interface Line {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/**
 * First key of a list of work at `now` (legal time): what is late, what will likely be, what is due today, what may be
 * late, the rest by its due moment; then what has none, results that wait, stopped clocks last.
 */
export function workRank({ clock, dueAt, risk }: WorkLine, now: Instant): number {
  if (stillClocks.includes(clock)) return 7;
  if (clock === 'ended') return 6;
  if (clock !== 'running' || !dueAt) return 5;
  if (isOverdue({ runs: true, dueAt }, now)) return 0;
  if (risk?.level === 'high') return 1;
  if (dateOf(dueAt) <= dateOf(now)) return 2;
  return risk?.level === 'medium' ? 3 : 4;
}

/** Ranks below have a due moment. */
const WITHOUT_DUE = 5;

/** Where my work goes on: only a running clock has a due moment. */
export function workCursor(line: WorkLine & Line, now: Instant): ListCursor {
  const rank = workRank(line, now);
  return { rank, at: rank < WITHOUT_DUE ? line.dueAt : null, id: line.id };
}

/** Where the results that wait go on. */
export function readyCursor({ endedAt, id }: Line): ListCursor {
  return { rank: 0, at: endedAt, id };
}

/** Where a list by moment of receipt goes on. */
export function receivedCursor({ receivedAt, id }: Line): ListCursor {
  return { rank: 0, at: receivedAt, id };
}

export function cursorText({ rank, at, id }: ListCursor): string {
  return `${rank}_${at ?? ''}_${id}`;
}

const SHAPE = /^([0-7])_([^_]*)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for none and for what nobody here has written: the list then begins at its beginning. */
export function readCursor(text: string | undefined): ListCursor | null {
  const [, rank, at = '', id = ''] = SHAPE.exec(text ?? '') ?? [];
  if (rank === undefined || (at !== '' && !isInstant(at))) return null;
  return { rank: Number(rank), at: at === '' ? null : (at as Instant), id };
}
