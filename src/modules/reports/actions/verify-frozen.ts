import type { Queries } from '#platform/db/database.ts';
import { findFrozen, listFrozenIds } from '../store/frozen.ts';

/** Are the frozen reports still as they were stored? Names the first that is not. */
export async function verifyFrozen(
  q: Queries,
): Promise<{ readonly ok: boolean; readonly reports: number; readonly report?: string }> {
  const ids = await listFrozenIds(q);
  for (const id of ids)
    if (!(await findFrozen(q, id))?.intact) return { ok: false, reports: ids.length, report: id };
  return { ok: true, reports: ids.length };
}
