/** Without a decision of the agency: about a third of a clerk's day, far more than anybody asks about by telephone. */
export const STRANGERS_A_DAY = 30;

/** Where a dossier was when it was read. */
export interface WhereRead {
  readonly holderAccountId: string | null;
  /** Offices where it waits for anybody to take it, or to say what the office thinks. */
  readonly waitsIn: readonly string[];
  /** Accounts that ever did something to it: its whole history. */
  readonly workedBy: readonly string[];
}

/** Who reads, with the office of the post that it was read by; or whom they stand in for, at that office. */
export interface Reading {
  readonly accountId: string | null;
  readonly officeId: string | null;
}

/**
 * A dossier is a stranger's to an account that has never done anything to it, does not hold it, and in whose
 * office it does not wait for anybody to take it; nor does any of this hold for somebody whose work it does that day.
 */
export function isStranger(
  reader: Reading,
  dossier: WhereRead,
  standsInFor: readonly Reading[] = [],
): boolean {
  return [reader, ...standsInFor].every((one) => isOneStranger(one, dossier));
}

function isOneStranger({ accountId, officeId }: Reading, dossier: WhereRead): boolean {
  const isTheirs =
    accountId !== null && (dossier.workedBy.includes(accountId) || dossier.holderAccountId === accountId);
  return !isTheirs && (officeId === null || !dossier.waitsIn.includes(officeId));
}

/** More strangers' dossiers in one legal day than the agency allows; as many as it allows are no alarm. */
export function isAlarming(strangers: number, allowed: number): boolean {
  return strangers > allowed;
}
