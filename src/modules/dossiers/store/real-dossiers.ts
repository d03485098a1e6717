import { type Selectable, sql } from 'kysely';
import type { DB } from '#platform/db/schema.ts';

type Dates = Omit<Selectable<DB['dossiers.due']>, 'id' | 'agency_id' | 'intake_office_id' | 'training'>;
/** The row of a dossier with what lies beside it of its dates. */
export type DossierRow = Selectable<DB['dossiers.dossier']> & Dates;

/** What a change of the calendar may move, and the end of the history. */
export const dateColumns = [
  ...[
    'clock',
    'due_at',
    'committed_due_at',
    'national_due_at',
    'supplements',
    'known_due_at',
    'appointed_at',
  ],
  ...['due_certain', 'due_promised', 'remaining_value', 'remaining_unit', 'step_due_at', 'updated_at'],
  ...['kept_clock', 'kept_dates', 'head_seq', 'head_hash', 'rooted_seq'],
] as const satisfies readonly (keyof Dates)[];
const selected = sql.join(dateColumns.map((column) => sql.ref(`u.${column}`)));

/**
 * The dossiers that count: all but those to practise with (*hồ sơ thử*). Every list, count, register and report
 * reads these; who reads the tables themselves says why in `scripts/check-training.ts`. PostgreSQL takes the
 * sub-select apart, so the indexes of both tables serve; where nobody asks for a date it does not read the second.
 */
export const REAL = sql<DossierRow>`(select d.*, ${selected}
  from dossiers.dossier d
  left join dossiers.due u on u.id = d.id and u.agency_id = d.agency_id and not u.training
 where not d.training)`;

/** Those to practise with too. */
export const ALL = sql<DossierRow>`(select d.*, ${selected}
  from dossiers.dossier d left join dossiers.due u on u.id = d.id)`;
