import { type Instant, isInstant } from '#kernel/instant.ts';
import { stillClocks } from './dossier.ts';

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

/** Clocks that run towards a due moment first, then none, then results that wait, stopped clocks last. */
export function workRank({ clock, dueAt }: Pick<Line, 'clock' | 'dueAt'>): number {
  if (stillClocks.includes(clock)) return 3;
  if (clock === 'ended') return 2;
  return clock === 'running' && dueAt ? 0 : 1;
}

/** Where my work goes on: only a running clock has a due moment. */
export function workCursor(line: Line): ListCursor {
  const rank = workRank(line);
  return { rank, at: rank === 0 ? line.dueAt : null, id: line.id };
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

const SHAPE = /^([0-3])_([^_]*)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for none and for what nobody here has written: the list then begins at its beginning. */
export function readCursor(text: string | undefined): ListCursor | null {
  const [, rank, at = '', id = ''] = SHAPE.exec(text ?? '') ?? [];
  if (rank === undefined || (at !== '' && !isInstant(at))) return null;
  return { rank: Number(rank), at: at === '' ? null : (at as Instant), id };
}
