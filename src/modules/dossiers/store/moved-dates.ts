import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import { REAL } from './real-dossiers.ts';

/** An open dossier whose date the calendar has moved, and nobody has told the applicant yet. */
export interface MovedLine extends DossierLine {
  /** What the applicant was told last. */
  readonly knownDueAt: Instant;
  /** What they have to be told: the promised date where there is one. */
  readonly saidAt: Instant | null;
}

const SAID = sql<Instant | null>`coalesce(committed_due_at, due_at)`;

export interface MovedPlaces {
  /** One-stops that took them in. */
  readonly officeIds: readonly string[];
  readonly agencyIds: readonly string[];
}

const anywhere = ({ officeIds, agencyIds }: MovedPlaces) => officeIds.length + agencyIds.length > 0;

/** Found among the dates first: the day after a change of all calendars they are many everywhere else. */
function moved(q: Queries, { officeIds, agencyIds }: MovedPlaces) {
  const where = [
    ...(officeIds.length > 0 ? [sql`u.intake_office_id = any (${[...officeIds]}::uuid[])`] : []),
    ...(agencyIds.length > 0 ? [sql`u.agency_id = any (${[...agencyIds]}::uuid[])`] : []),
  ];
  return q
    .selectFrom(REAL.as('d'))
    .where(
      sql<boolean>`id in (select u.id from dossiers.due u
        where u.known_due_at is not null and (${sql.join(where, sql` or `)}))`,
    )
    .where('state', 'in', ['accepted', 'in-progress']);
}

/** Earlier ones first: who comes too late to do something about it is worse off than who waits a day longer. */
export async function listMoved(q: Queries, places: MovedPlaces, limit: number): Promise<MovedLine[]> {
  if (!anywhere(places)) return [];
  const rows = await moved(q, places)
    .select(columns)
    .select(['known_due_at', SAID.as('said_at')])
    .orderBy(sql`coalesce(${SAID}, 'infinity') >= known_due_at`)
    .orderBy(SAID)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap((row) =>
    row.known_due_at ? [{ ...lineOf(row), knownDueAt: row.known_due_at, saidAt: row.said_at }] : [],
  );
}

export async function countMoved(q: Queries, places: MovedPlaces): Promise<{ all: number; earlier: number }> {
  if (!anywhere(places)) return { all: 0, earlier: 0 };
  return moved(q, places)
    .select((eb) => [
      eb.cast<number>(eb.fn.countAll(), 'integer').as('all'),
      sql<number>`count(*) filter (where ${SAID} < known_due_at)::int`.as('earlier'),
    ])
    .executeTakeFirstOrThrow();
}
