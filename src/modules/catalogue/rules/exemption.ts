import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Channel } from './procedure.ts';

/** One word about a group: who pays less, by how much, on what ground, from which day. */
export interface FeeExemption {
  readonly id: string;
  /** Names the group. */
  readonly key: string;
  /** Of two words about a group the later one counts. */
  readonly word: number;
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
  /** null: it was loaded. */
  readonly setBy: { readonly accountId: string; readonly name: string; readonly at: Instant } | null;
  /** Who compared it with its source. */
  readonly checked: ExemptionCheck | null;
}

export interface ExemptionCheck {
  readonly source: string;
  readonly accountId: string;
  readonly name: string;
  readonly at: Instant;
}

export interface ExemptionQuestion {
  readonly procedureCode: string;
  readonly channel: Channel;
  readonly on: CivilDate;
}

/** The last word about a group on a day; where it has ended there is none, the former does not come back. */
export function exemptionOf(
  all: readonly FeeExemption[],
  key: string,
  on: CivilDate,
): FeeExemption | undefined {
  const said = all.filter((one) => one.key === key && one.validFrom <= on);
  const last = said.reduce<FeeExemption | undefined>(
    (best, one) => (best && best.word > one.word ? best : one),
    undefined,
  );
  return last && (last.validTo === null || on <= last.validTo) ? last : undefined;
}

/** What may be claimed for a procedure in a channel on a day, in the order of the list. */
export function exemptionsFor(
  all: readonly FeeExemption[],
  { procedureCode, channel, on }: ExemptionQuestion,
): readonly FeeExemption[] {
  return all.filter(
    (one) =>
      exemptionOf(all, one.key, on) === one &&
      (one.procedureCodes === null || one.procedureCodes.includes(procedureCode)) &&
      (one.channel === null || one.channel === channel),
  );
}

/**
 * May this word be added today? It holds from today or later, so that no day that is over changes. Refuses
 * `catalogue/exemption-in-the-past`, `catalogue/exemption-ends-before`.
 */
export function maySay(
  { validFrom, validTo }: Pick<FeeExemption, 'validFrom' | 'validTo'>,
  today: CivilDate,
): Outcome<null> {
  if (validFrom < today) return refused('catalogue/exemption-in-the-past', {}, 'valid-from');
  if (validTo !== null && validTo < validFrom)
    return refused('catalogue/exemption-ends-before', {}, 'valid-to');
  return accepted(null);
}

/**
 * May this person confirm that the word is as its source says? Never one's own. Refuses
 * `catalogue/exemption-checked`, `catalogue/own-exemption`.
 */
export function mayCheck({ checked, setBy }: FeeExemption, accountId: string): Outcome<null> {
  if (checked) return refused('catalogue/exemption-checked', { by: checked.name });
  return setBy?.accountId === accountId ? refused('catalogue/own-exemption') : accepted(null);
}
