/** How many late dossiers of a period are alike. */
export interface CountedLate {
  readonly agencyId: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  /** What counts: the last correction, or the evidence; null: not reckoned yet. */
  readonly cause: LateCauseKind | null;
  /** Whose part of it is the longest; null: nobody's. */
  readonly officeId: string | null;
  readonly officeName: string;
  readonly step: string | null;
  /** It had ended by the end of the period; otherwise it was open and overdue then. */
  readonly ended: boolean;
  readonly corrected: boolean;
  readonly count: number;
  /** Office minutes after the due dates, all together. */
  readonly minutes: number;
}

export const lateCauseKinds = ['staff', 'other-office', 'citizen', 'synchronisation', 'system'] as const;
export type LateCauseKind = (typeof lateCauseKinds)[number];

export const causesColumns = [
  'late',
  'ended-late',
  'open-late',
  ...lateCauseKinds,
  'unreckoned',
  'corrected',
  'hours',
] as const;
export type CausesColumn = (typeof causesColumns)[number];

/** Which of them a column counts. */
export function isCounted(
  column: CausesColumn,
  one: Pick<CountedLate, 'cause' | 'ended' | 'corrected'>,
): boolean {
  switch (column) {
    case 'late':
    case 'hours':
      return true;
    case 'ended-late':
      return one.ended;
    case 'open-late':
      return !one.ended;
    case 'unreckoned':
      return one.cause === null;
    case 'corrected':
      return one.corrected;
    default:
      return one.cause === column;
  }
}

const MINUTES_OF_HOUR = 60;

/**
 * Values in the order of the columns: late = ended late + open and late = those of the five causes + those not
 * reckoned yet; `hours` are whole office hours after the due dates, rounded down.
 */
export function causesLine(counts: readonly CountedLate[]): number[] {
  return causesColumns.map((column) => {
    const own = counts.filter((one) => isCounted(column, one));
    if (column !== 'hours') return own.reduce((sum, { count }) => sum + count, 0);
    return Math.floor(own.reduce((sum, { minutes }) => sum + minutes, 0) / MINUTES_OF_HOUR);
  });
}
