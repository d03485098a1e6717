import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WrittenSpan } from '#kernel/working-time/office-hours.ts';
import type { DatedOpeningHours } from '#kernel/working-time/opening-hours.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export type Weekly = DatedOpeningHours['weekly'];

interface Recorded {
  readonly officeId: string | null;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

export interface KeptHours extends Recorded {
  readonly spans: readonly WrittenSpan[];
}

export interface KeptOpening extends Recorded {
  readonly weekly: Weekly;
}

/** Office hours of all offices, and those for offices without their own (null), the latest first. */
export async function listAllHours(q: Queries): Promise<KeptHours[]> {
  const rows = await q
    .selectFrom('calendar.office_hours')
    .select(['office_id as officeId', 'valid_from as validFrom', 'valid_to as validTo'])
    .select((eb) => eb.ref('spans').$castTo<readonly WrittenSpan[]>().as('spans'))
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .execute();
  return rows;
}

export async function listAllOpening(q: Queries): Promise<KeptOpening[]> {
  return q
    .selectFrom('calendar.opening_hours')
    .select(['office_id as officeId', 'valid_from as validFrom', 'valid_to as validTo'])
    .select((eb) => eb.ref('weekly').$castTo<Weekly>().as('weekly'))
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .execute();
}

interface NewHours {
  readonly officeId: string | null;
  readonly validFrom: CivilDate;
  readonly by: string;
  readonly at: Instant;
}

/** From a day on; the same first day again, which has not come yet, replaces. */
export async function keepOfficeHours(
  tx: Tx,
  hours: NewHours & { readonly spans: readonly WrittenSpan[] },
): Promise<void> {
  const spans = sql<string>`${JSON.stringify(hours.spans)}::jsonb`;
  const recorded = { spans, recorded_by: hours.by, recorded_at: hours.at };
  await tx
    .insertInto('calendar.office_hours')
    .values({ office_id: hours.officeId, valid_from: hours.validFrom, valid_to: null, ...recorded })
    .onConflict((conflict) => conflict.columns(['office_id', 'valid_from']).doUpdateSet(recorded))
    .execute();
}

export async function keepOpeningHours(
  tx: Tx,
  hours: NewHours & { readonly officeId: string; readonly weekly: Weekly },
): Promise<void> {
  const weekly = sql<string>`${JSON.stringify(hours.weekly)}::jsonb`;
  const recorded = { weekly, recorded_by: hours.by, recorded_at: hours.at };
  await tx
    .insertInto('calendar.opening_hours')
    .values({ office_id: hours.officeId, valid_from: hours.validFrom, valid_to: null, ...recorded })
    .onConflict((conflict) => conflict.columns(['office_id', 'valid_from']).doUpdateSet(recorded))
    .execute();
}
