import { type CivilDate, dateOf, dayNumber, daysBetween } from '#kernel/civil-date.ts';
import { anyDossierNumber } from '#kernel/dossier-number.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Channel, Party, ReturnMethod } from '#modules/dossiers/index.ts';
import type { ColumnKey } from './columns.ts';
import type { RowReader } from './doubt.ts';
import { readAmount, readCount } from './read-amount.ts';
import { momentOf, readMoment } from './read-moment.ts';
import { type OldNote, readNotes } from './read-notes.ts';
import { readApplicant, readAuthorised } from './read-parties.ts';
import { readWhere, type Where } from './read-where.ts';
import { channelOf, returnOf } from './words-of-cells.ts';

/** A row as it says itself, before anything is looked up. */
export interface OldRow extends Where {
  readonly row: number;
  readonly number: string;
  readonly procedureCode: string;
  readonly caseText: string;
  readonly channel: Channel;
  readonly returnMethod: ReturnMethod;
  readonly applicant: Party;
  readonly authorised: Party | null;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly officeText: string;
  readonly personText: string;
  readonly stepText: string;
  readonly fee: { readonly paid: number; readonly due: number };
  readonly papers: number;
  readonly notes: readonly OldNote[];
}

/** More days late than this are worth a second look. */
const LONG_LATE = 90;

/** Null: the doubts hold an error, so there is nothing to go on with. */
export function readRow(reader: RowReader, calendar: WorkCalendar, now: Instant): OldRow | null {
  const today = dateOf(now);
  const number = anyDossierNumber(reader.text('number'));
  if (!number) reader.error(reader.text('number') === '' ? 'number-missing' : 'number-wrong', 'number');
  if (reader.text('procedure') === '') reader.error('procedure-missing', 'procedure');
  const applicant = readApplicant(reader, today);
  const authorised = readAuthorised(reader);
  const times = readTimes(reader, calendar, now);
  const where = readWhere(reader, calendar, times.receivedAt, now);
  const fee = { paid: readAmount(reader, 'fee-paid') ?? 0, due: readAmount(reader, 'fee-due') ?? 0 };
  const papers = readCount(reader, 'papers') ?? 0;
  const channel = known(reader, 'channel', channelOf);
  const returnMethod = known(reader, 'return', returnOf);
  const { receivedAt, dueAt } = times;
  const wrong = reader.doubts.some((doubt) => doubt.severity === 'error');
  if (wrong || !number || !receivedAt || !channel || !returnMethod || !where) return null;
  return {
    ...where,
    ...{
      row: reader.row,
      number,
      channel,
      returnMethod,
      applicant,
      authorised,
      receivedAt,
      dueAt,
      fee,
      papers,
    },
    procedureCode: reader.text('procedure'),
    caseText: reader.text('case'),
    officeText: reader.text('office'),
    personText: reader.text('person'),
    stepText: reader.text('step'),
    notes: readNotes(reader.text('notes')),
  };
}

function known<T>(
  reader: RowReader,
  column: ColumnKey,
  read: (text: string) => T | undefined,
): T | undefined {
  const value = read(reader.text(column));
  if (value === undefined) reader.error('word-unknown', column);
  return value;
}

interface Times {
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
}

function readTimes(reader: RowReader, calendar: WorkCalendar, now: Instant): Times {
  const received = readMoment(reader, 'received');
  const due = readMoment(reader, 'due');
  if (reader.text('received') === '') reader.error('received-missing', 'received');
  if (reader.text('due') === '') reader.warning('due-missing', 'due');
  const receivedAt = received && momentOf(received, calendar, 'opens');
  const dueAt = due && momentOf(due, calendar, 'closes');
  if (received?.time === null) reader.add('note', 'received-without-time', 'received');
  if (receivedAt && receivedAt > now) reader.error('received-in-future', 'received');
  if (received && !calendar.counts(dayNumber(received.day)))
    reader.warning('received-on-day-off', 'received');
  if (receivedAt && dueAt && dueAt < receivedAt) reader.error('due-before-received', 'due');
  if (due) lateDoubt(reader, due.day, dateOf(now));
  return { receivedAt, dueAt };
}

function lateDoubt(reader: RowReader, due: CivilDate, today: CivilDate): void {
  const late = daysBetween(due, today);
  if (late > LONG_LATE) reader.warning('long-late', 'due', { days: late });
  else if (late > 0) reader.add('note', 'late-already', 'due', { days: late });
}
