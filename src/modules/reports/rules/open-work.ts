/** How long something has lain with who holds it, in days: up to 1, 3, 7, and longer. */
export const lyingDays = [1, 3, 7] as const;

/** Open work of one holder at one step. Numbers of dossiers. */
export interface OpenWork {
  readonly officeId: string;
  /** Null: nobody there has taken it yet. */
  readonly accountId: string | null;
  readonly step: string | null;
  readonly open: number;
  readonly late: number;
  /** Due later today. */
  readonly today: number;
  /** Due on the next working day. */
  readonly next: number;
  /** By how long they have lain: up to a day, to 3, to 7, longer. */
  readonly lying: readonly [number, number, number, number];
}

export type WorkSum = Omit<OpenWork, 'officeId' | 'accountId' | 'step'>;

/** Each number added up. */
export function sumOfWork(some: readonly WorkSum[]): WorkSum {
  const of = (number: (one: WorkSum) => number) => some.reduce((sum, one) => sum + number(one), 0);
  const lying = (place: 0 | 1 | 2 | 3) => of((one) => one.lying[place]);
  return {
    ...{ open: of((one) => one.open), late: of((one) => one.late) },
    ...{ today: of((one) => one.today), next: of((one) => one.next) },
    lying: [lying(0), lying(1), lying(2), lying(3)],
  };
}

export interface GroupedWork extends WorkSum {
  /** The first of those put together: which office, person, step it is. */
  readonly of: OpenWork;
}

/** Put together by what `key` says, most first: what has lain longest, then what is most. */
export function groupedWork(some: readonly OpenWork[], key: (one: OpenWork) => string): GroupedWork[] {
  const groups = [...Map.groupBy(some, key).values()].flatMap((own) =>
    own[0] ? [{ ...sumOfWork(own), of: own[0] }] : [],
  );
  return groups.sort((a, b) => b.lying[3] - a.lying[3] || b.open - a.open);
}
