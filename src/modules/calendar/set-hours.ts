import type { CivilDate } from '#kernel/civil-date.ts';
import { officeHours, type WrittenSpan } from '#kernel/working-time/office-hours.ts';
import type { DatedOpeningHours } from '#kernel/working-time/opening-hours.ts';
import type { Tx } from '#platform/db/database.ts';
import { upsertOfficeHours, upsertOpeningHours } from './store.ts';

interface Period {
  readonly officeId: string | null;
  /** First and last day; null is open. The same first day again replaces the hours. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
}

/** Office hours of one office, or of all without their own. Throws a RangeError on spans out of order. */
export async function setOfficeHours(
  tx: Tx,
  period: Period & { spans: readonly WrittenSpan[] },
): Promise<void> {
  officeHours(period.spans);
  await upsertOfficeHours(tx, period);
}

/** Hours the counter of an office is open, by weekday. Throws a RangeError on spans out of order. */
export async function setOpeningHours(
  tx: Tx,
  period: Period & { officeId: string; weekly: DatedOpeningHours['weekly'] },
): Promise<void> {
  for (const spans of Object.values(period.weekly)) if (spans.length > 0) officeHours(spans);
  await upsertOpeningHours(tx, period);
}
