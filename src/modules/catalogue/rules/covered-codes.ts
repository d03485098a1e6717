/**
 * Codes that people know and that the catalogue has under another one: 2.000815 by its official name certifies copies
 * of Vietnamese, foreign and joint papers alike; 2.000843 was the code of the foreign ones.
 */
const covered: Readonly<Record<string, string>> = { '2.000843': '2.000815' };

export interface CoveredCode {
  readonly known: string;
  /** Under which it is done. */
  readonly by: string;
}

/** The code that was typed, with or without dots, when another one covers it. */
export function coveredCode(typed: string): CoveredCode | undefined {
  const digits = typed.replace(/\D/g, '');
  const found = Object.entries(covered).find(([known]) => known.replace(/\D/g, '') === digits);
  return found && { known: found[0], by: found[1] };
}
