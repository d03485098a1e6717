import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { lastOfDay, ownSeries } from '#modules/dossiers/index.ts';
import type { RowReader } from '../rules/doubt.ts';
import type { OldRow } from '../rules/read-row.ts';
import type { Known } from './known.ts';

/** A number of our own series moves its counter; a register that is closed takes nothing more. */
export async function checkNumber(known: Known, reader: RowReader, row: OldRow): Promise<void> {
  const { number, receivedAt } = row;
  const received = dateOf(receivedAt);
  const year = Number(received.slice(0, 4));
  if (await known.isClosed(year)) reader.error('register-closed', 'received', { year });
  const own = ownSeries(number, known.at.agency);
  if (!own) return;
  const { day, sequence } = own;
  if (day !== received) reader.warning('number-of-other-day', 'number', { day: formatCivilDate(day) });
  if (day > known.today) reader.error('number-in-future', 'number', { day: formatCivilDate(day) });
  const { agency } = known.at;
  const last = await known.once(`series ${day}`, () => lastOfDay(known.q, agency.id, day));
  if (sequence > last)
    reader.add('note', 'moves-series', 'number', { day: formatCivilDate(day), next: sequence + 1 });
}
