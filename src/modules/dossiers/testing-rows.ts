import type { Insertable } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import { ALL, dateColumns } from './store/real-dossiers.ts';

/** Dossiers with their dates, those to practise with too. */
export const allDossiers = ALL;

type Row = Insertable<DB['dossiers.dossier']> & Insertable<DB['dossiers.due']>;

const beside: readonly string[] = dateColumns;

function parted(columns: Partial<Row>) {
  const given = Object.entries(columns);
  const [row, due] = [false, true].map((dates) =>
    Object.fromEntries(given.filter(([column]) => beside.includes(column) === dates)),
  );
  return { row: row as Partial<Row>, due: due as Partial<Row> };
}

/** Some that no press has made: each column goes to the table where it stands. */
export async function insertDossiers(q: Queries, rows: readonly Row[]): Promise<void> {
  for (const columns of rows) {
    const { row, due } = parted(columns);
    const { id, agency_id, intake_office_id, training } = columns;
    await q
      .insertInto('dossiers.dossier')
      .values(row as Row)
      .execute();
    await q
      .insertInto('dossiers.due')
      .values({ ...(due as Row), id, agency_id, intake_office_id, training })
      .execute();
  }
}

/** As no press would: what a test wants to stand there. */
export async function changeDossier(q: Queries, id: string, columns: Partial<Row>): Promise<void> {
  const { row, due } = parted(columns);
  const { agency_id, intake_office_id } = columns;
  const place = agency_id === undefined ? {} : { agency_id, intake_office_id };
  const dates = { ...due, ...place };
  if (Object.keys(row).length > 0)
    await q.updateTable('dossiers.dossier').set(row).where('id', '=', id).execute();
  if (Object.keys(dates).length > 0)
    await q.updateTable('dossiers.due').set(dates).where('id', '=', id).execute();
}
