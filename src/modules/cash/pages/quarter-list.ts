import { z } from 'zod';
import { type CivilDate, isCivilDate } from '#kernel/civil-date.ts';
import { type Instant, isInstant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { MovementOfList } from '../store/movements.ts';
import { listExempted, type Payment } from '../store/payments.ts';
import { type QuarterDays, sumExempted } from '../store/quarter-flows.ts';
import {
  countMovementsOfQuarter,
  listMovementsOfQuarter,
  type QuarterMovements,
} from '../store/quarter-movements.ts';

/** A list behind a number of a quarter, to be read part by part; an address says where the next one begins. */
export interface QuarterList<Line> {
  readonly count: () => Promise<number>;
  readonly part: (after: string | undefined, limit: number) => Promise<Part<Line>>;
}

export interface Part<Line> {
  readonly lines: readonly Line[];
  /** Null: this was the last. */
  readonly next: string | null;
}

export function movementsBehind(
  db: Queries,
  days: QuarterDays,
  which: QuarterMovements,
): QuarterList<MovementOfList> {
  return {
    count: () => countMovementsOfQuarter(db, days, which),
    part: async (typed, limit) => {
      const after = /^\d{1,15}$/.test(typed ?? '') ? Number(typed) : 0;
      const { lines, next } = await listMovementsOfQuarter(db, days, which, { after, limit });
      return { lines, next: next === null ? null : String(next) };
    },
  };
}

export function exemptedBehind(db: Queries, days: QuarterDays): QuarterList<Payment> {
  return {
    count: async () => (await sumExempted(db, days)).payments,
    part: async (typed, limit) => {
      const lines = await listExempted(db, days, { after: placeIn(typed), limit });
      const last = lines.length === limit ? lines.at(-1) : undefined;
      return { lines, next: last ? `${last.createdAt}_${last.id}` : null };
    },
  };
}

/** `TIME_ID` of an address; null for anything else. */
export function placeIn(typed: string | undefined): { readonly at: Instant; readonly id: string } | null {
  const [at = '', id = ''] = typed?.split('_') ?? [];
  return isInstant(at) && z.uuid().safeParse(id).success ? { at, id } : null;
}

/** `DAY_ID` of an address; null for anything else. */
export function dayPlaceIn(
  typed: string | undefined,
): { readonly day: CivilDate; readonly id: string } | null {
  const [day = '', id = ''] = typed?.split('_') ?? [];
  return isCivilDate(day) && z.uuid().safeParse(id).success ? { day, id } : null;
}

const AT_ONCE = 1_000;

/** To the last line, for the sheet. */
export async function everyLine<Line>({ part }: QuarterList<Line>): Promise<Line[]> {
  const lines: Line[] = [];
  let next: string | null | undefined;
  do {
    const found: Part<Line> = await part(next ?? undefined, AT_ONCE);
    lines.push(...found.lines);
    next = found.next;
  } while (next);
  return lines;
}
