import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { ReportAsked, ReportClock, ReportLine, ReportTable, ReportWords } from './rules/report-table.ts';

/** A report that is asked for by its code. */
export interface KnownReport {
  /** As the law or the command calls it: `II.06a`. */
  readonly code: string;
  /** By which clocks it is counted. */
  readonly clocks: readonly ReportClock[];
  readonly make: (q: Queries, asked: ReportAsked, now: Instant) => Promise<Outcome<ReportTable>>;
  readonly words: (t: Words) => ReportWords;
}

/** How a line is called, whatever the report. */
export function labelOf(t: Words, { of, name }: ReportLine): string {
  if (of === 'sum') return t('reports.timeliness.sum');
  return of === 'channel' ? t(`reports.channel.${name}`) : name;
}
