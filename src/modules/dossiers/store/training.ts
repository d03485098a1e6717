import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Task } from '../rules/dossier.ts';
import { columns, type DossierLine, lineOf } from './lists.ts';
import type { ReadablePlaces } from './readable-list.ts';
import { ALL } from './real-dossiers.ts';

/** Whose work it would be, were it real: as for the list of work. */
export interface Practising {
  readonly accountId: string;
  readonly officeIds: readonly string[];
  readonly tasks: readonly Task[];
  /** Offices in which this person answers opinions. */
  readonly answeringIds: readonly string[];
}

export interface TrainingLine extends DossierLine {
  /** It waits for this person. */
  readonly waits: boolean;
}

function waitsFor({ accountId, officeIds, tasks, answeringIds }: Practising) {
  return sql<boolean>`(
    d.holder_office_id = any(${[...officeIds]}::uuid[]) and d.task = any(${[...tasks]}::text[])
      and (d.holder_account_id is null or d.holder_account_id = ${accountId}::uuid)
    or exists (select from dossiers.opinion o where o.dossier_id = d.id and o.answered_at is null
                and o.office_id = any(${[...answeringIds]}::uuid[])
                and d.state in ('in-progress', 'awaiting-supplement', 'awaiting-payment')))`;
}

/** Training dossiers that a person may read: what waits for them first, then what moved last. */
export async function listTraining(
  q: Queries,
  { agencyIds, officeIds }: ReadablePlaces,
  by: Practising,
  most: number,
): Promise<TrainingLine[]> {
  const selected = sql.join(columns.map((column) => sql.ref(`d.${column}`)));
  const { rows } = await sql<Parameters<typeof lineOf>[0] & { readonly waits: boolean }>`
    select ${selected}, ${waitsFor(by)} as waits from ${ALL} d
     where d.training and d.wrapped_key is not null and (d.agency_id = any(${[...agencyIds]}::uuid[])
        or exists (select from dossiers.involved_office i
                    where i.dossier_id = d.id and i.office_id = any(${[...officeIds]}::uuid[])))
     order by waits desc, d.updated_at desc, d.id limit ${most}`.execute(q);
  return rows.map((row) => ({ ...lineOf(row), waits: row.waits }));
}

/** Ids of those that nobody has moved since and that have not been cleared away. */
export async function listLeftTraining(q: Queries, before: Instant, most: number): Promise<string[]> {
  const rows = await q
    .selectFrom(ALL.as('d'))
    .select('id')
    .where('training', '=', true)
    .where('wrapped_key', 'is not', null)
    .where('updated_at', '<', before)
    .orderBy('updated_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many wait for this person: said beside the real work, never counted in it. */
export async function countTraining(q: Queries, by: Practising): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from dossiers.dossier d where d.training and ${waitsFor(by)}`.execute(q);
  return rows[0]?.count ?? 0;
}
