import type { Database } from '#platform/db/database.ts';
import { createRandom } from '#platform/random/random.ts';
import { nameSubstitute } from './actions/name-substitute.ts';
import { recordAbsence } from './actions/record-absence.ts';
import type { AwayBook } from './memory/away.ts';

/** Gives what an `AwayBook` takes to the real actions; none may be refused. */
export function awayOverSql(db: Database) {
  const random = createRandom();
  const deps = { db, random, key: random.bytes(32), installation: 'demo' } as const;
  const given = async (outcome: ReturnType<typeof recordAbsence>): Promise<void> => {
    const done = await outcome;
    if (!done.ok) throw new Error(done.refusal.code);
  };
  return {
    recordAbsence: (...[press]: Parameters<AwayBook['recordAbsence']>) => given(recordAbsence(deps, press)),
    nameSubstitute: (...[press]: Parameters<AwayBook['nameSubstitute']>) =>
      given(nameSubstitute(deps, press)),
  };
}
