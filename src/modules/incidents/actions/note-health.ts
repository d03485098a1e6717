import { workCalendarFor } from '#modules/calendar/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { BothClocks } from '../rules/away.ts';
import { type AfterLook, afterLook } from '../rules/unwell.ts';
import { deleteUnwell, findUnwellForUpdate, insertUnwell, setUnwellIncident } from '../store-unwell.ts';
import { endNoticed, type NoticeDeps, recordNoticed } from './notice.ts';

/** What a health check looks at, and what is recorded when it is unwell for long. */
const contents = { disk: 'disk-full' } as const;
export type HealthPart = keyof typeof contents;

/** What a health check found of one part: unwell for long it is recorded as an incident, well again that is ended. */
export function noteHealth(
  { db, random }: NoticeDeps,
  part: HealthPart,
  isUnwell: boolean,
  now: BothClocks,
): Promise<AfterLook['do']> {
  return inTransaction(db, async (tx) => {
    const before = await findUnwellForUpdate(tx, part);
    const after = afterLook(await workCalendarFor(tx, null), before, isUnwell, now);
    if (after.do === 'note') await insertUnwell(tx, part, now);
    if (after.do === 'record') {
      const incident = { from: after.from, to: null, officeIds: null, what: contents[part] };
      const id = await recordNoticed(tx, random, { system: 'software', ...incident }, now);
      await setUnwellIncident(tx, part, id);
    }
    if (after.do === 'end') await endNoticed(tx, after.incidentId, now);
    if (after.do === 'end' || after.do === 'forget') await deleteUnwell(tx, part);
    return after.do;
  });
}
