import type { Queries } from '#platform/db/database.ts';
import type { LogCase } from '../rules/log.ts';
import { findLog, listCasesAfter } from '../store/logs.ts';

const AT_ONCE = 500;

/**
 * The cases of an imported log in its order, with their events in their order; a few at a time are in memory.
 * Nothing when there is no log of that name: ask `findLog` first.
 */
export async function* readLogCases(q: Queries, name: string): AsyncGenerator<LogCase> {
  const log = await findLog(q, 'name', name);
  let after = -1;
  while (log) {
    const cases = await listCasesAfter(q, log.id, after, AT_ONCE);
    const last = cases.at(-1);
    if (!last) return;
    for (const { caseId, attributes, events } of cases) yield { caseId, attributes, events };
    after = last.ordinal;
  }
}
