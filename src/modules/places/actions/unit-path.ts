import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { pathName } from '../rules/unit.ts';
import { listChain } from '../store.ts';

/** "xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp" as it was called on that day. Throws when no unit has this code then. */
export async function unitPath(q: Queries, code: string, on: CivilDate): Promise<string> {
  const chain = await listChain(q, code, on);
  if (chain.length === 0) throw new Error(`no administrative unit ${code} on ${on}`);
  return pathName(chain);
}
