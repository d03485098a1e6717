import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';

/**
 * The dossiers that count: all but those to practise with (*hồ sơ thử*). Every list, count, register and report
 * reads these; who reads `dossiers.dossier` itself says why in `scripts/check-training.ts`. PostgreSQL takes the
 * sub-select apart, so the indexes serve as if the table stood there.
 */
export function realDossiers(q: Queries) {
  return q.selectFrom('dossiers.dossier').selectAll().where('training', '=', false);
}

/** The same inside written SQL: `from ${REAL} d`. */
export const REAL = sql`(select * from dossiers.dossier where not training)`;
