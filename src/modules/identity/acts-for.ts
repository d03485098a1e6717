import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Manner } from './rules/stand-in.ts';
import { listStandIns, type StandIn } from './store/stand-ins.ts';

/** What a person may do for others on a legal day: by substitution the work, by delegation the signature. */
export function actsFor(q: Queries, personId: string, on: CivilDate): Promise<StandIn[]> {
  return listStandIns(q, { on, actsNow: personId });
}

export interface SigningFor extends StandIn {
  readonly manner: Manner;
  readonly decisionNumber: string;
  readonly decisionDate: CivilDate;
}

/**
 * By which delegation a person signs for an agency's leader on a legal day: how it is said on the paper
 * (KT., TL., TUQ.), for which post, by which decision. Undefined: she signs for nobody there.
 */
export async function findDelegation(
  q: Queries,
  who: { readonly personId: string; readonly agencyId: string },
  on: CivilDate,
): Promise<SigningFor | undefined> {
  const all = await actsFor(q, who.personId, on);
  return all.find(
    (one): one is SigningFor =>
      one.kind === 'delegation' && one.manner !== null && one.agencyId === who.agencyId,
  );
}
