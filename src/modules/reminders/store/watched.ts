import { sql } from 'kysely';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Watched } from '../rules/watched.ts';

/** How far to look: what lies beyond can neither be broken nor near. Legal time. */
export interface Bounds {
  /** Due, promised or to be answered by the end of this day. */
  readonly until: CivilDate;
  /** Received since this day: the working days of a supplement are not yet over. */
  readonly receivedSince: CivilDate;
  /** Not moved since this moment. */
  readonly movedBefore: Instant;
}

/** Dossiers that may break a rule, each branch from an index of its own; training dossiers are in none. */
export async function listCandidates(q: Queries, bounds: Bounds): Promise<string[]> {
  const { until, receivedSince, movedBefore } = bounds;
  const end = sql`(${until}::date + 1)::timestamptz`;
  const { rows } = await sql<{ id: string }>`
    select id from dossiers.watched
     where state in ('submitted', 'accepted', 'in-progress', 'awaiting-supplement')
       and (state in ('submitted', 'awaiting-supplement') or task = 'forward')
    union select id from dossiers.watched where runs and appointed_at is null and due_at < ${end}
    union select id from dossiers.watched where runs and appointed_at is not null and appointed_at < ${end}
    union select id from dossiers.watched
           where runs and task in ('confirm-receipt', 'start') and received_at >= ${receivedSince}::date::timestamptz
    union select id from dossiers.watched
           where runs and task in ('confirm-receipt', 'start', 'work', 'decide')
             and moved_at < ${movedBefore}::timestamptz
    union select dossier_id from dossiers.watched_opinion where answer_by <= ${until}::date
    order by id`.execute(q);
  return rows.map(({ id }) => id);
}

/** What the rules ask of these dossiers; those that are no longer open are left out. */
export async function readWatched(q: Queries, ids: readonly string[]): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select id, seq, agency_id as "agencyId", intake_office_id as "intakeOfficeId", state, task, in_place as "inPlace", runs,
           submitted_at as "submittedAt", received_at as "receivedAt", due_at as "dueAt",
           appointed_at as "appointedAt", holder_office_id as "holderOfficeId",
           holder_account_id as "holderAccountId", held_since as "heldSince", moved_at as "movedAt", supplements,
           supplement_late as "supplementLate", asked_at as "askedAt", opinions, regime,
           procedure_code as "procedureCode"
      from dossiers.watched where id = any (${ids}::uuid[]) order by id`.execute(q);
  return rows;
}
