import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { pathName, type Unit } from '../rules/unit.ts';
import { findUnit, getUnit } from '../store.ts';

/** The unit and all above it on that day, smallest first. Throws when no unit has this code then. */
export async function listUnitAndAbove(q: Queries, code: string, on: CivilDate): Promise<Unit[]> {
  const chain = [await getUnit(q, code, on)];
  for (;;) {
    const parent = chain.at(-1)?.parentCode;
    const above = parent ? await findUnit(q, parent, on) : undefined;
    if (!above) return chain;
    chain.push(above);
  }
}

/** "xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp" as it was called on that day. */
export async function unitPath(q: Queries, code: string, on: CivilDate): Promise<string> {
  return pathName(await listUnitAndAbove(q, code, on));
}
