import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { CheckSum } from './rules/check-sums.ts';
import type { ReportAsked, ReportClock, ReportLine, ReportTable, ReportWords } from './rules/report-table.ts';
import type { ColumnSelection } from './rules/selection.ts';

/** Something that a number counts, by its code. */
export interface ReportItem {
  readonly code: string;
  readonly name: string;
}

/** A report that is asked for by its code. */
export interface KnownReport {
  /** As the law or the command calls it: `II.06a`. */
  readonly code: string;
  /** As the address of its page calls it: `ii-06a`. */
  readonly slug: string;
  /** By which clocks it is counted. */
  readonly clocks: readonly ReportClock[];
  readonly make: (q: Queries, asked: ReportAsked, now: Instant) => Promise<Outcome<ReportTable>>;
  readonly words: (t: Words, clock?: ReportClock) => ReportWords;
  /** What every line must sum up to. */
  readonly checks?: readonly CheckSum[];
  /** It counts calendar months: of days that are asked for those that lie within them (`wholeMonths`). */
  readonly byMonths?: boolean;
  /** A form whose columns are called by numbers, after (1) the order and (2) the name. */
  readonly numbered?: boolean;
  /** Columns of what was received in the period: together they are what the registers have numbered. */
  readonly receivedColumns?: readonly string[];
  /** Which dossiers a column counts of a line; null or left out: none that could be listed. */
  readonly behind?: (column: string) => ColumnSelection | null;
  /** Whether the dossiers behind a number stand on a list of its own, at `/danh-sach` of its page. */
  readonly listed?: (line: ReportLine, column: string) => boolean;
  /** What somebody may do about it. */
  readonly links?: (t: Words, actor: Actor) => readonly { readonly href: string; readonly text: string }[];
  /** What a number counts where it counts no dossiers. */
  readonly items?: (
    q: Queries,
    asked: ReportAsked,
    of: { readonly line: ReportLine; readonly column: string },
    now: Instant,
  ) => Promise<Outcome<readonly ReportItem[]>>;
}

/** Heads of the columns before the numbers. A form has its own; else each table says in its title what it is by. */
export function firstHeads(t: Words, { numbered }: KnownReport): readonly string[] {
  return numbered ? [t('reports.table.order'), t('reports.table.name')] : [t('reports.table.label')];
}

/** How a line is called, whatever the report. */
export function labelOf(t: Words, { of, name }: ReportLine): string {
  if (of === 'sum') return t('reports.timeliness.sum');
  if (name === '') return t('reports.line.nobody');
  if (of === 'month') return t('reports.line.month', { month: name.split('-').reverse().join('/') });
  return of === 'channel' ? t(`reports.channel.${name}`) : name;
}

/** Columns that say what a due date is compared with. */
const dated: readonly string[] = [
  ...['8', '9', '10', '12', '13'],
  ...['early', 'on-time', 'late', 'in-time', 'overdue'],
];

/** The counting rule of a column, with what QĐ 766/QĐ-TTg counts otherwise. */
export function byClock(t: Words, clock: ReportClock | undefined, column: string, rule: string): string {
  return clock === '766' && dated.includes(column) ? `${rule} ${t('reports.rule-766')}` : rule;
}
