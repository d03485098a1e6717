import type { DossierClass } from './class-of-dossier.ts';
import type { ReportLine } from './report-table.ts';
import type { CountedInClass, CountedStanding } from './standing-at.ts';

/** Channels as a table shows them: what an officer filed for somebody stands apart, whatever the way it came. */
export const shownChannels = ['online', 'direct', 'post', 'home', 'assisted'] as const;
export type ShownChannel = (typeof shownChannels)[number];

export function shownChannel({ channel, assisted }: Pick<CountedStanding, 'channel' | 'assisted'>): string {
  return assisted ? 'assisted' : channel;
}

/** What a column counts of a line. Left out: no matter. */
export interface ColumnSelection {
  readonly before?: boolean;
  readonly online?: boolean;
  readonly classes?: readonly DossierClass[];
}

/** Which dossiers of a period stand behind a number. */
export interface Selection extends ColumnSelection {
  /** The line: everything (`sum`), or one agency, field, channel, office or officer by its key. */
  readonly of: ReportLine['of'];
  readonly key: string;
}

/** Is this group counted in the column? */
export function holds({ before, classes }: ColumnSelection, counted: CountedInClass): boolean {
  return (
    (before === undefined || before === counted.before) &&
    (classes === undefined || classes.includes(counted.class))
  );
}

/** The same where the column also asks for the channel. */
export function holdsOfChannel(column: ColumnSelection, counted: CountedStanding): boolean {
  const online = counted.channel === 'online';
  return (column.online === undefined || column.online === online) && holds(column, counted);
}
