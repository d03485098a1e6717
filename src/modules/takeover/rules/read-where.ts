import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { ColumnKey } from './columns.ts';
import type { RowReader } from './doubt.ts';
import { readAmount } from './read-amount.ts';
import { momentOf, readMoment } from './read-moment.ts';
import { type OldState, stateOf } from './words-of-cells.ts';

/** Where a row says that its dossier is. */
export interface Where {
  readonly state: Exclude<OldState, 'over'>;
  readonly since: Instant | null;
  readonly waitingFor: string | null;
  readonly amount: number | null;
  readonly resultNumber: string;
  readonly readyAt: Instant | null;
}

/** The state, and what it needs beside it; null when it is none that can be taken over. */
export function readWhere(
  reader: RowReader,
  calendar: WorkCalendar,
  receivedAt: Instant | null,
  now: Instant,
): Where | null {
  const past = (column: ColumnKey) => readPast(reader, column, calendar, { receivedAt, now });
  const [since, readyAt, amount] = [past('since'), past('result-day'), readAmount(reader, 'amount')];
  const state = readState(reader);
  if (!state) return null;
  checkNeeds(reader, state, amount);
  const [waitingFor, resultNumber] = [reader.text('waiting-for') || null, reader.text('result-number')];
  return { state, since, waitingFor, amount, resultNumber, readyAt };
}

function readState(reader: RowReader): Where['state'] | null {
  const typed = reader.text('state');
  const state = stateOf(typed);
  if (state && state !== 'over') return state;
  if (state) reader.error('not-open', 'state');
  else reader.error(typed === '' ? 'state-missing' : 'word-unknown', 'state');
  return null;
}

/** Between the reception and now; a day without a time begins when the office opens. */
function readPast(
  reader: RowReader,
  column: ColumnKey,
  calendar: WorkCalendar,
  { receivedAt, now }: { readonly receivedAt: Instant | null; readonly now: Instant },
): Instant | null {
  const read = readMoment(reader, column);
  if (!read) return null;
  const at = momentOf(read, calendar, 'opens');
  const early = receivedAt !== null && at < receivedAt;
  if (dateOf(at) > dateOf(now) || (early && dateOf(at) < dateOf(receivedAt)))
    reader.error('time-impossible', column);
  if (early) return receivedAt;
  return at > now ? now : at;
}

const needed: Readonly<Partial<Record<OldState, readonly ColumnKey[]>>> = {
  'awaiting-supplement': ['since'],
  'awaiting-payment': ['since', 'amount'],
  ready: ['result-number', 'result-day'],
};

function checkNeeds(reader: RowReader, state: Where['state'], amount: number | null): void {
  const needs = needed[state] ?? [];
  for (const column of needs)
    if (reader.text(column) === '' || (column === 'amount' && amount === 0))
      reader.error('needed-in-state', column);
  const waits = needs.includes('since');
  if (waits && reader.text('waiting-for') === '') reader.warning('waiting-for-missing', 'waiting-for');
  const others = (['since', 'amount', 'result-number', 'result-day'] as const).filter(
    (column) => !needs.includes(column),
  );
  for (const column of others) if (reader.text(column) !== '') reader.warning('does-not-fit-state', column);
}
