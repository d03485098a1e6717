import type { CivilDate } from '#kernel/civil-date.ts';
import { domainEvent } from '#kernel/domain-event.ts';
import type { Tx } from '#platform/db/database.ts';
import { publish } from '#platform/jobs/publish.ts';
import type { CalendarChanged, CalendarPress } from '../deps.ts';

/** Says in the same transaction that days count otherwise now: who keeps due dates computes them again. */
export function tellChanged(
  tx: Tx,
  press: CalendarPress,
  days: { readonly from: CivilDate; readonly to: CivilDate; readonly officeId?: string | null },
): Promise<void> {
  const payload: CalendarChanged = { from: days.from, to: days.to, officeId: days.officeId ?? null };
  return publish(tx, domainEvent('calendar/changed', press.origin.legalNow, payload));
}

/** Hours hold until further notice: every limit from their first day on. */
export const UNTIL_FURTHER_NOTICE = '9999-12-31' as CivilDate;
