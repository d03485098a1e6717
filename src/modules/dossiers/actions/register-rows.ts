import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { listEntriesBetween } from '#modules/documents/index.ts';
import { type NumberedRegister, type NumberedRow, numberedRow } from '../rules/numbered-row.ts';
import { type RegisterRow, registerRow } from '../rules/register-row.ts';
import { openDossiers } from '../store/dossiers.ts';
import { listReceived } from '../store/registers.ts';
import type { DossierDeps } from './deps.ts';

export type RowDeps = Pick<DossierDeps, 'db' | 'keys'>;

interface Span {
  /** Who keeps it; the caller knows that it is theirs, and logs the reading. */
  readonly officeId: string;
  /** Both in one year. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly limit: number;
}

export interface Rows<Row, Place> {
  readonly rows: readonly Row[];
  /** Where the next ones go on; null: these are the last. */
  readonly next: Place | null;
}

export interface ReceivedPlace {
  readonly at: Instant;
  readonly id: string;
}

/** The receipt register of a one-stop. */
export async function receivedRows(
  { db, keys }: RowDeps,
  { officeId, from, to, after, limit }: Span & { readonly after: ReceivedPlace | null },
): Promise<Rows<RegisterRow, ReceivedPlace>> {
  const found = await listReceived(db, officeId, { from, to }, { after, limit });
  const ids = found.map(({ id }) => id);
  const opened = await openDossiers(db, ids, { keys });
  const rows = found.flatMap(({ id }) => {
    const one = opened.get(id);
    return (one && registerRow(one.dossier, one.events)) ?? [];
  });
  const last = found.length === limit ? found.at(-1) : undefined;
  return { rows, next: last ? { at: last.at, id: last.id } : null };
}

/** A register of numbered papers, in the order of its numbers. */
export async function numberedRows(
  { db, keys }: RowDeps,
  {
    officeId,
    register,
    from,
    to,
    after,
    limit,
  }: Span & { readonly register: NumberedRegister; readonly after: number },
): Promise<Rows<NumberedRow, number>> {
  const series = { officeId, register, year: Number(from.slice(0, 4)) };
  const entries = await listEntriesBetween(db, series, { from, to }, { after, limit });
  const ids = entries.map(({ subjectId }) => subjectId);
  const opened = await openDossiers(db, ids, { keys });
  const rows = entries.flatMap((entry) => {
    const one = opened.get(entry.subjectId);
    return one ? [numberedRow(entry, one.dossier, one.events)] : [];
  });
  return { rows, next: entries.length === limit ? (entries.at(-1)?.number ?? null) : null };
}
