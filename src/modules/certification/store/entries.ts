import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { holds } from '#platform/db/like.ts';
import type { Book, BookKind } from '../rules/books.ts';
import type { Exemption } from '../rules/fee.ts';
import type { BookKey } from './books.ts';
import { emptyCorrections, listCorrections, type NameCorrection } from './corrections.ts';

/** A line of a book. What is personal is null once it has been erased by law. */
export interface Entry extends Book {
  readonly number: number;
  readonly dossierId: string;
  readonly dossierNumber: string;
  readonly procedureCode: string;
  readonly enteredAt: Instant;
  readonly pages: number | null;
  readonly copies: number;
  readonly fee: number;
  readonly exemption: Exemption | null;
  readonly wantsElectronic: boolean;
  /** As corrected last. */
  readonly requesterName: string | null;
  /** What was written before, struck. */
  readonly corrections: readonly NameCorrection[];
  /** Who came for an organisation. */
  readonly representedBy: string | null;
  readonly documentName: string | null;
  readonly parties: string | null;
}

export interface NewEntry extends Omit<Entry, 'kind' | 'requesterName' | 'documentName' | 'corrections'> {
  readonly requesterName: string;
  readonly documentName: string;
}

export interface EnteredBy {
  readonly accountId: string;
  readonly on: CivilDate;
}

export async function insertEntries(
  tx: Tx,
  key: BookKey,
  by: EnteredBy,
  entries: readonly NewEntry[],
): Promise<void> {
  await tx
    .insertInto('certification.entry')
    .values(entryRows(key, by, entries))
    .execute();
}

export function entryRows({ agencyId, kind, year }: BookKey, by: EnteredBy, entries: readonly NewEntry[]) {
  return entries.map((entry, index) => ({
    agency_id: agencyId,
    kind,
    year,
    number: entry.number,
    volume: entry.volume,
    dossier_id: entry.dossierId,
    dossier_number: entry.dossierNumber,
    ordinal: index + 1,
    procedure_code: entry.procedureCode,
    entered_at: entry.enteredAt,
    entered_on: by.on,
    entered_by: by.accountId,
    pages: entry.pages,
    copies: entry.copies,
    fee: entry.fee,
    exemption: entry.exemption,
    electronic_copy: entry.wantsElectronic ? 'requested' : null,
    requester_name: entry.requesterName,
    requester_folded: fold([entry.requesterName, entry.representedBy ?? ''].join(' ')),
    represented_by: entry.representedBy,
    document_name: entry.documentName,
    parties: entry.parties,
  }));
}

function entries(q: Queries) {
  return q
    .selectFrom('certification.entry')
    .select(['kind', 'year', 'volume', 'number', 'pages', 'copies', 'fee', 'exemption', 'parties'])
    .select(['dossier_id as dossierId', 'dossier_number as dossierNumber'])
    .select(['procedure_code as procedureCode', 'entered_at as enteredAt'])
    .select(['requester_name as requesterName', 'document_name as documentName'])
    .select('represented_by as representedBy')
    .select(sql<boolean>`electronic_copy is not null`.as('wantsElectronic'));
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

async function withCorrections(q: Queries, rows: readonly Row[]): Promise<Entry[]> {
  const corrected = await listCorrections(
    q,
    rows.map((row) => row.dossierId),
  );
  return rows.map((row) => {
    const corrections = corrected.get(row.dossierId) ?? [];
    const requesterName = corrections.at(-1)?.becomes ?? row.requesterName;
    return {
      ...row,
      ...{ requesterName, corrections },
      kind: row.kind as BookKind,
      exemption: row.exemption as Exemption | null,
    };
  });
}

/** Whether a dossier stands in a book. */
export async function hasNumbers(q: Queries, dossierId: string): Promise<boolean> {
  const row = await q
    .selectFrom('certification.entry')
    .select('number')
    .where('dossier_id', '=', dossierId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The numbers that dossiers got, in the order of their documents. */
export async function listOfDossiers(q: Queries, dossierIds: readonly string[]): Promise<Entry[]> {
  if (dossierIds.length === 0) return [];
  const rows = await entries(q)
    .where('dossier_id', 'in', [...dossierIds])
    .orderBy('dossier_id')
    .orderBy('ordinal')
    .execute();
  return withCorrections(q, rows);
}

/** The numbers of dossiers by their own numbers. */
export async function listOfNumbers(q: Queries, dossierNumbers: readonly string[]): Promise<Entry[]> {
  if (dossierNumbers.length === 0) return [];
  const rows = await entries(q)
    .where('dossier_number', 'in', [...dossierNumbers])
    .orderBy('dossier_id')
    .orderBy('ordinal')
    .execute();
  return withCorrections(q, rows);
}

export interface BookFilter {
  readonly day: CivilDate | null;
  /** Folded parts of a requester's name, any of them. */
  readonly names: readonly string[] | null;
}

/** A page of a book, the latest number first; `before` is the last number of the page before. */
export async function listBook(
  q: Queries,
  { agencyId, kind, year }: BookKey,
  { day, names }: BookFilter,
  page: { readonly limit: number; readonly before: number | null },
): Promise<Entry[]> {
  let query = entries(q).where('agency_id', '=', agencyId).where('kind', '=', kind).where('year', '=', year);
  if (day) query = query.where('entered_on', '=', day);
  if (names)
    query = query.where((eb) => eb.or(names.map((name) => eb('requester_folded', 'like', holds(name)))));
  if (page.before !== null) query = query.where('number', '<', page.before);
  return withCorrections(q, await query.orderBy('number', 'desc').limit(page.limit).execute());
}

/** What an agency entered on a day, over all its books. */
export async function sumOfDay(
  q: Queries,
  agencyIds: readonly string[],
  day: CivilDate,
): Promise<{ readonly documents: number; readonly copies: number; readonly fees: number }> {
  const row = await q
    .selectFrom('certification.entry')
    .select((eb) => [eb.fn.countAll<string>().as('documents'), eb.fn.sum<string>('copies').as('copies')])
    .select((eb) => eb.fn.sum<string>('fee').as('fees'))
    .where('agency_id', 'in', [...agencyIds])
    .where('kind', 'in', ['copies', 'signatures', 'translators', 'transactions', 'extracts'])
    .where('entered_on', '=', day)
    .executeTakeFirstOrThrow();
  return { documents: Number(row.documents), copies: Number(row.copies), fees: Number(row.fees) };
}

/** Empties what is personal in the numbers of a dossier; the numbers stay. */
export async function emptyEntries(tx: Tx, dossierId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('certification.entry')
    .set({
      requester_name: null,
      requester_folded: null,
      document_name: null,
      parties: null,
      represented_by: null,
      erased_at: at,
    })
    .where('dossier_id', '=', dossierId)
    .where('erased_at', 'is', null)
    .execute();
  await emptyCorrections(tx, dossierId, at);
}
