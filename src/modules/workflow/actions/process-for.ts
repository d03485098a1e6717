import type { CivilDate } from '#kernel/civil-date.ts';
import { type Level, type Procedure, regimeOn } from '#modules/catalogue/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { ProcessAnswer } from '../rules/process.ts';
import { findHandling, findProcess } from '../store.ts';

/**
 * By which process an agency of this level handles the procedure on this day, in which section, asking whom.
 * Throws when the tables say nothing: `whereToGo` has refused such a procedure before.
 */
export async function processFor(
  q: Queries,
  procedure: Pick<Procedure, 'code' | 'field'>,
  on: CivilDate,
  agency: { readonly level: Level },
): Promise<ProcessAnswer> {
  const about = { ...procedure, regime: regimeOn(on), level: agency.level };
  const handling = await findHandling(q, about);
  if (!handling) throw new Error(`no section handles ${procedure.code} at level ${agency.level} on ${on}`);
  const process = await findProcess(q, handling.process, handling.signer, on);
  if (!process) throw new Error(`no process ${handling.process} on ${on}`);
  return { process, sectionKey: handling.section, outsideKey: handling.outside };
}
