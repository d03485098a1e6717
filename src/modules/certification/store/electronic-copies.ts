import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { CopyStep, CopyWay, ElectronicCopy } from '../rules/electronic-copy.ts';
import { type Entry, listOfDossiers } from './entries.ts';

/** An electronic copy with the line of the book that it stands for. */
export interface ListedCopy extends ElectronicCopy {
  readonly agencyId: string;
  /** The counter that keeps the book. */
  readonly oneStopId: string;
  readonly entry: Entry;
}

export interface CopyKey {
  readonly dossierNumber: string;
  readonly ordinal: number;
}

function wishes(q: Queries) {
  return q
    .selectFrom('certification.entry as e')
    .innerJoin('certification.book as b', (join) =>
      join
        .onRef('b.agency_id', '=', 'e.agency_id')
        .onRef('b.kind', '=', 'e.kind')
        .onRef('b.year', '=', 'e.year'),
    )
    .select(['e.dossier_id as dossierId', 'e.dossier_number as dossierNumber', 'e.ordinal'])
    .select(['e.agency_id as agencyId', 'b.one_stop_id as oneStopId', 'e.erased_at as erasedAt'])
    .where('e.electronic_copy', 'is not', null);
}

type Wish = Awaited<ReturnType<ReturnType<typeof wishes>['execute']>>[number];

/** Wished for and not given yet, the oldest first: of the counters, and of the agencies. */
export async function listOpenCopies(
  q: Queries,
  {
    oneStopIds,
    agencyIds,
  }: { readonly oneStopIds: readonly string[]; readonly agencyIds: readonly string[] },
  most: number,
): Promise<ListedCopy[]> {
  const rows = await wishes(q)
    .where('e.erased_at', 'is', null)
    .where(
      sql<boolean>`(b.one_stop_id = any(${[...oneStopIds]}::uuid[])
        or e.agency_id = any(${[...agencyIds]}::uuid[]))
        and not exists (select from certification.electronic_copy c where c.happened = 'given'
          and (c.dossier_id, c.ordinal) = (e.dossier_id, e.ordinal))`,
    )
    .orderBy('e.entered_at')
    .orderBy('e.dossier_id')
    .orderBy('e.ordinal')
    .limit(most)
    .execute();
  return withHistory(q, rows);
}

/** One copy; undefined: no wish for it stands in a book. */
export async function findCopy(q: Queries, key: CopyKey): Promise<ListedCopy | undefined> {
  const rows = await wishes(q)
    .where('e.dossier_number', '=', key.dossierNumber)
    .where('e.ordinal', '=', key.ordinal)
    .execute();
  return (await withHistory(q, rows))[0];
}

/** The same with its line locked: nobody else scans, signs or gives it meanwhile. */
export async function lockCopy(tx: Tx, key: CopyKey): Promise<ListedCopy | undefined> {
  await tx
    .selectFrom('certification.entry')
    .select('number')
    .where('dossier_number', '=', key.dossierNumber)
    .where('ordinal', '=', key.ordinal)
    .forUpdate()
    .execute();
  return findCopy(tx, key);
}

async function withHistory(q: Queries, wished: readonly Wish[]): Promise<ListedCopy[]> {
  const ids = [...new Set(wished.map((one) => one.dossierId))];
  if (ids.length === 0) return [];
  const steps = await q
    .selectFrom('certification.electronic_copy')
    .selectAll()
    .where('dossier_id', 'in', ids)
    .orderBy('nth')
    .execute();
  const entries = Map.groupBy(await listOfDossiers(q, ids), (entry) => entry.dossierId);
  return wished.flatMap(({ erasedAt, ...wish }) => {
    const entry = entries.get(wish.dossierId)?.[wish.ordinal - 1];
    const own = steps.filter((row) => row.dossier_id === wish.dossierId && row.ordinal === wish.ordinal);
    return entry ? [{ ...wish, erased: erasedAt !== null, entry, steps: own.map(stepOf) }] : [];
  });
}

interface StepRow {
  readonly nth: number;
  readonly at: Instant;
  readonly by_account: string;
  readonly file_ids: string[] | null;
  readonly paper_id: string | null;
  readonly way: string | null;
}

function stepOf(row: StepRow): CopyStep {
  const facts = { nth: row.nth, at: row.at, accountId: row.by_account };
  if (row.file_ids) return { ...facts, happened: 'scanned', fileIds: row.file_ids };
  if (row.paper_id) return { ...facts, happened: 'signed', paperId: row.paper_id };
  return { ...facts, happened: 'given', way: row.way as CopyWay };
}

export interface NewStep {
  readonly at: Instant;
  readonly accountId: string;
  readonly pressKey: string;
  readonly fileIds?: readonly string[];
  readonly paperId?: string;
  readonly way?: CopyWay;
}

/** Writes what happened next; the copy is locked. */
export async function addStep(tx: Tx, copy: ElectronicCopy, step: NewStep): Promise<void> {
  await tx
    .insertInto('certification.electronic_copy')
    .values({
      dossier_id: copy.dossierId,
      ordinal: copy.ordinal,
      nth: copy.steps.length + 1,
      happened: step.fileIds ? 'scanned' : step.paperId ? 'signed' : 'given',
      at: step.at,
      by_account: step.accountId,
      press_key: step.pressKey,
      file_ids: step.fileIds ? [...step.fileIds] : null,
      paper_id: step.paperId ?? null,
      way: step.way ?? null,
    })
    .execute();
}

/** Whether this press was carried out before. */
export async function isPressDone(q: Queries, pressKey: string): Promise<boolean> {
  const row = await q
    .selectFrom('certification.electronic_copy')
    .select('nth')
    .where('press_key', '=', pressKey)
    .executeTakeFirst();
  return row !== undefined;
}

/** Copies whose history is not scanned, signed, given, in this order; for `./motcua verify`. */
export async function listBrokenCopies(q: Queries): Promise<{ readonly book: string }[]> {
  const { rows } = await sql<{ book: string }>`
    with steps as (
      select dossier_id, ordinal, nth, happened,
             lag(nth, 1, 0) over copy as before, lag(happened) over copy as was
        from certification.electronic_copy
      window copy as (partition by dossier_id, ordinal order by nth))
    select distinct e.dossier_number || ' (' || e.ordinal || ')' as book
      from steps s join certification.entry e using (dossier_id, ordinal)
     where s.nth <> s.before + 1 or e.electronic_copy is null
        or (s.happened = 'scanned' and s.was is not null and s.was <> 'scanned')
        or (s.happened = 'signed' and s.was is distinct from 'scanned')
        or (s.happened = 'given' and s.was is distinct from 'signed')
     order by 1`.execute(q);
  return rows;
}
