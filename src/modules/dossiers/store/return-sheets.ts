import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';

export interface ReturnSheet {
  readonly id: string;
  readonly officeId: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly madeByName: string;
}

/** False: this press has made it; two at once wait for each other here. */
export async function insertReturnSheet(tx: Tx, sheet: ReturnSheet): Promise<boolean> {
  const written = await tx
    .insertInto('dossiers.return_sheet')
    .values({
      id: sheet.id,
      office_id: sheet.officeId,
      made_at: sheet.madeAt,
      made_by: sheet.madeBy,
      made_by_name: sheet.madeByName,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

interface SheetLine {
  readonly dossierId: string;
  readonly number: string;
}

/** In the order of the sheet. */
export async function insertSheetLines(tx: Tx, sheetId: string, lines: readonly SheetLine[]): Promise<void> {
  await tx
    .insertInto('dossiers.return_sheet_line')
    .values(
      lines.map(({ dossierId, number }, ordinal) => ({
        sheet_id: sheetId,
        ordinal,
        dossier_id: dossierId,
        number,
      })),
    )
    .execute();
}

export async function findReturnSheet(
  q: Queries,
  id: string,
): Promise<(ReturnSheet & { readonly numbers: readonly string[] }) | undefined> {
  const row = await q.selectFrom('dossiers.return_sheet').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const lines = await q
    .selectFrom('dossiers.return_sheet_line')
    .select('number')
    .where('sheet_id', '=', id)
    .orderBy('ordinal')
    .execute();
  return {
    id: row.id,
    officeId: row.office_id,
    madeAt: row.made_at,
    madeBy: row.made_by,
    madeByName: row.made_by_name,
    numbers: lines.map((line) => line.number),
  };
}
