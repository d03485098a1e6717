import type { Instant } from '#kernel/instant.ts';

/** A line of a report; what it is of: everything, one's field, channel or agency. */
export interface ReportLine {
  readonly of: 'sum' | 'field' | 'channel' | 'agency';
  /** As it is called; of a channel its key, of the sum nothing. */
  readonly name: string;
  /** In the order of the columns; null: nothing to say. */
  readonly values: readonly (number | null)[];
}

/** A statutory or a free report as numbers; its titles and counting rules are words. */
export interface ReportTable {
  /** Legal moment at which what had not ended was classed. */
  readonly at: Instant;
  readonly columns: readonly string[];
  readonly lines: readonly ReportLine[];
}
