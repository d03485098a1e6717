import type { CivilDate } from '#kernel/civil-date.ts';
import type { Channel } from './procedure.ts';

/** Who pays less, by how much, on what ground. */
export interface FeeExemption {
  readonly key: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly percent: number;
  /** null: of any procedure. */
  readonly procedureCodes: readonly string[] | null;
  readonly channel: Channel | null;
  /** A paper that shows it is named at intake. */
  readonly proofNeeded: boolean;
  readonly basis: string;
  /** Nobody has checked that the fee in question knows it: staff see so. */
  readonly unverified: boolean;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

export interface ExemptionQuestion {
  readonly procedureCode: string;
  readonly channel: Channel;
  readonly on: CivilDate;
}

/** What may be claimed for a procedure in a channel on a day. */
export function exemptionsFor(
  all: readonly FeeExemption[],
  { procedureCode, channel, on }: ExemptionQuestion,
): readonly FeeExemption[] {
  return all.filter(
    (one) =>
      one.validFrom <= on &&
      (one.validTo === null || on <= one.validTo) &&
      (one.procedureCodes === null || one.procedureCodes.includes(procedureCode)) &&
      (one.channel === null || one.channel === channel),
  );
}
