import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { State } from '../rules/dossier.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import { ALL, REAL } from './real-dossiers.ts';

/** Dossiers of one field in these states at a one-stop, the latest received first. */
export async function listOfField(
  q: Queries,
  where: {
    readonly agencyId: string;
    readonly intakeOfficeId: string;
    readonly field: string;
    readonly states: readonly State[];
  },
  most: number,
): Promise<DossierLine[]> {
  const rows = await q
    .selectFrom(REAL.as('d'))
    .select(columns)
    .where('agency_id', '=', where.agencyId)
    .where('state', 'in', [...where.states])
    .where('intake_office_id', '=', where.intakeOfficeId)
    .where('field', '=', where.field)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(lineOf);
}

/** How a dossier stands, for books that a channel keeps of it. */
export interface OutcomeOfDossier {
  readonly dossierId: string;
  /** Length of the history, for a press on it. */
  readonly seq: number;
  readonly state: State;
  /** Who signed, on the system or with ink, as they were called then; null before. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

export async function listOutcomes(q: Queries, dossierIds: readonly string[]): Promise<OutcomeOfDossier[]> {
  if (dossierIds.length === 0) return [];
  return q
    .selectFrom(ALL.as('d'))
    .leftJoin('dossiers.event as e', (join) =>
      join
        .onRef('e.dossier_id', '=', 'd.id')
        .on('e.type', 'in', ['decided', 'signed-by-hand'])
        .on((eb) => eb.or([eb('d.state', '=', 'decided'), eb('d.state', '=', 'returned')])),
    )
    .distinctOn('d.id')
    .select(['d.id as dossierId', 'd.head_seq as seq', 'd.state', 'e.at as decidedAt'])
    .select(sql<string | null>`coalesce(e.body ->> 'signerName', e.by_name)`.as('decidedBy'))
    .where('d.id', 'in', [...new Set(dossierIds)])
    .orderBy('d.id')
    .orderBy('e.seq', 'desc')
    .execute() as Promise<OutcomeOfDossier[]>;
}
