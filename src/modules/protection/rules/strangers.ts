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

/**
 * A dossier is a stranger's to an account that has never done anything to it, does not hold it, and in whose
 * office it does not wait for anybody to take it.
 */
export function isStranger(
  reader: { readonly accountId: string; readonly officeId: string | null },
  dossier: WhereRead,
): boolean {
  const { accountId, officeId } = reader;
  if (dossier.workedBy.includes(accountId) || dossier.holderAccountId === accountId) return false;
  return officeId === null || !dossier.waitsIn.includes(officeId);
}

/** More strangers' dossiers in one legal day than the agency allows; as many as it allows are no alarm. */
export function isAlarming(strangers: number, allowed: number): boolean {
  return strangers > allowed;
}
