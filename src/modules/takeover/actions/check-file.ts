import { createHash } from 'node:crypto';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { listTakenNumbers } from '#modules/dossiers/index.ts';
import { readTable, type TableProblem } from '#platform/sheets/read-table.ts';
import type { TakeoverDeps } from '../deps.ts';
import { type Damage, findDamage } from '../rules/damaged-text.ts';
import type { Doubt, RowReader } from '../rules/doubt.ts';
import { readCells, readHeading } from '../rules/heading.ts';
import { checkRow, type RowToTake } from './check-row.ts';
import { findAgency } from './find-agency.ts';
import { Known } from './known.ts';

/** What a file may hold at most. */
const MOST_ROWS = 10_000;
const MOST_BYTES = 30_000_000;

const unreadable: Readonly<Record<TableProblem, string>> = {
  empty: 'takeover/file-empty',
  'too-large': 'takeover/file-too-large',
  'too-many-rows': 'takeover/file-too-many-rows',
  'old-excel': 'takeover/file-old-excel',
  legacy: 'takeover/file-legacy',
  unreadable: 'takeover/file-unreadable',
};

const damages: Readonly<Record<Damage, string>> = {
  tcvn3: 'takeover/text-tcvn3',
  vni: 'takeover/text-vni',
  mojibake: 'takeover/text-mojibake',
  replaced: 'takeover/text-replaced',
};

export interface CheckedFile {
  readonly sha256: string;
  readonly agencyName: string;
  /** Rows that say something. */
  readonly rows: number;
  readonly doubts: readonly Doubt[];
  /** Rows that may be taken over, in the order of the file; those taken over before are not among them. */
  readonly toTake: readonly RowToTake[];
  readonly alreadyThere: number;
}

/**
 * Everything doubtful in a file, row by row. Changes nothing. Refusals (the whole file): `file-…`,
 * `text-…` (damaged letters), `agency-…`.
 */
export async function checkFile(
  deps: TakeoverDeps,
  bytes: Uint8Array,
  agencyCode: string | null,
): Promise<Outcome<CheckedFile>> {
  const table = await readTable(bytes, { bytes: MOST_BYTES, rows: MOST_ROWS + 1 });
  if (!table.ok) return refused(unreadable[table.problem], { most: MOST_ROWS });
  const damaged = findDamage(table.rows);
  if (damaged) return refused(damages[damaged.damage], { row: damaged.row });
  const now = deps.clock.now();
  const found = await findAgency(deps.db, agencyCode, dateOf(now));
  if (!found.ok) return found;
  const calendar = await deps.calendarFor(deps.db, found.value.oneStop.id);
  const known = new Known(deps, found.value, calendar, now);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return accepted({
    sha256,
    agencyName: found.value.agency.name,
    ...(await checkRows(known, table.rows, sha256)),
  });
}

type CheckedRows = Pick<CheckedFile, 'rows' | 'doubts' | 'toTake' | 'alreadyThere'>;

async function checkRows(
  known: Known,
  [head = [], ...body]: readonly (readonly string[])[],
  sha256: string,
): Promise<CheckedRows> {
  const heading = readHeading(head);
  const doubts: Doubt[] = [...heading.doubts];
  if (doubts.some((doubt) => doubt.severity === 'error'))
    return { rows: body.length, doubts, toTake: [], alreadyThere: 0 };
  const read: { readonly reader: RowReader; readonly take: RowToTake | null }[] = [];
  for (const [at, cells] of body.entries()) {
    const reader = readCells(at + 2, cells, heading.columns);
    const empty = cells.every((cell) => cell.trim() === '');
    if (empty) doubts.push({ severity: 'note', code: 'row-empty', row: at + 2, column: null, params: {} });
    else read.push({ reader, take: await checkRow(known, reader, sha256) });
  }
  const there = await numbersThere(known, read);
  const toTake = compareNumbers(read, there);
  doubts.push(...read.flatMap(({ reader }) => reader.doubts));
  doubts.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const alreadyThere = doubts.filter((doubt) => doubt.code === 'already-taken-over').length;
  return { rows: read.length, doubts, toTake, alreadyThere };
}

type Read = { readonly reader: RowReader; readonly take: RowToTake | null };

/** By number: was it taken over before, or did a counter here give it? */
async function numbersThere(known: Known, read: readonly Read[]): Promise<ReadonlyMap<string, boolean>> {
  const numbers = read.flatMap(({ take }) => (take ? [take.old.number] : []));
  const there = new Map<string, boolean>();
  for (let from = 0; from < numbers.length; from += 1000) {
    const taken = await listTakenNumbers(known.q, numbers.slice(from, from + 1000));
    for (const { number, takenOver } of taken) there.set(number, takenOver);
  }
  return there;
}

/** Each number once; what is there already is left alone, whatever its row says now. */
function compareNumbers(read: readonly Read[], there: ReadonlyMap<string, boolean>): RowToTake[] {
  const rowOf = new Map<string, number>();
  const toTake: RowToTake[] = [];
  for (const { reader, take } of read) {
    if (!take) continue;
    const { number } = take.old;
    const first = rowOf.get(number);
    if (first !== undefined) reader.error('number-twice', 'number', { first });
    else if (there.get(number) === false) reader.error('number-given', 'number');
    else if (there.has(number)) replaceByNote(reader);
    else toTake.push(take);
    rowOf.set(number, first ?? reader.row);
  }
  return toTake;
}

/** What was doubtful in it was accepted when it was taken over. */
function replaceByNote(reader: RowReader): void {
  reader.doubts.length = 0;
  reader.add('note', 'already-taken-over', 'number');
}
