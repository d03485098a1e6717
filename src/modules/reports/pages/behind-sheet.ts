import { formatMoment } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import { writeSheet } from '#platform/sheets/write-sheet.ts';
import { type Behind, type DossierBehind, listBehind, type Readable } from '../store/behind.ts';

const AT_ONCE = 5_000;

/** All dossiers behind a number that a person may open, as the page lists them. */
export async function sheetBehind(
  q: Queries,
  t: Words,
  title: string,
  { behind, readable }: { readonly behind: Behind; readonly readable: Readable },
): Promise<Uint8Array> {
  const all: DossierBehind[] = [];
  let last: DossierBehind | undefined;
  do {
    const after = last ? { at: last.receivedAt, id: last.id } : null;
    const part = await listBehind(q, behind, readable, { after, limit: AT_ONCE });
    all.push(...part);
    last = part.length === AT_ONCE ? part.at(-1) : undefined;
  } while (last);
  const columns = [
    { head: t('reports.behind.dossier'), width: 28 },
    { head: t('reports.behind.procedure'), width: 50 },
    { head: t('reports.behind.received'), width: 18 },
    { head: t('reports.behind.due'), width: 18 },
    { head: t('reports.behind.ended'), width: 18 },
    { head: t('reports.behind.class'), width: 14 },
  ];
  const rows = all.map((one) => [
    one.name,
    one.procedureName,
    formatMoment(one.receivedAt),
    one.dueAt ? formatMoment(one.dueAt) : t('reports.behind.none'),
    one.endedAt ? formatMoment(one.endedAt) : t('reports.behind.open'),
    t(`reports.figure.${one.class}`),
  ]);
  return writeSheet(title, columns, rows);
}
