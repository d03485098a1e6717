import type { Instant } from '#kernel/instant.ts';
import type { Risk } from './risk.ts';

/** Columns a list can be sorted by; without a choice each list has its own order. */
export const sortColumns = ['number', 'procedure', 'applicant', 'received', 'due', 'risk'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface ListSort {
  readonly by: SortColumn;
  readonly down: boolean;
}

/** The last line of a page of a sorted list: its keys as they were when it was shown. */
export interface SortedPlace {
  readonly keys: readonly string[];
  readonly id: string;
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly procedureName: string;
  readonly applicantName: string | null;
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly risk?: Pick<Risk, 'probability'> | null;
}

/**
 * A Vietnamese list of names goes by the given name, which stands last; of several applicants the first counts.
 * The columns of the row say the same.
 */
export function givenNameFirst(names: string | null): readonly [given: string, rest: string] {
  const [first = ''] = names?.split(',') ?? [];
  const blank = first.lastIndexOf(' ');
  return [first.slice(blank + 1), first.slice(0, Math.max(blank, 0))];
}

/** What has no moment stands after what has one. */
const momentKey = (at: Instant | null) => at ?? 'infinity';

/** The most likely to be late first, what was not judged last. */
const riskKey = ({ risk }: Line) => (risk ? (1 - risk.probability).toFixed(3) : '2');

export function sortedPlace({ by }: ListSort, line: Line): SortedPlace {
  const { id } = line;
  if (by === 'applicant') return { keys: givenNameFirst(line.applicantName), id };
  if (by === 'received') return { keys: [momentKey(line.receivedAt)], id };
  if (by === 'risk') return { keys: [riskKey(line), momentKey(line.dueAt)], id };
  if (by === 'due') return { keys: [momentKey(line.dueAt)], id };
  return { keys: [by === 'number' ? line.name : line.procedureName], id };
}
