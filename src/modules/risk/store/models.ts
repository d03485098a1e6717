import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { KeptModel } from '../rules/kept-model.ts';

const KEPT = 30;

interface NewModel {
  readonly id: string;
  /** Legal time. */
  readonly fittedAt: Instant;
  readonly dossiers: number;
  readonly model: KeptModel;
}

/** The newest judges; the last thirty stay to be compared. */
export async function insertModel(tx: Tx, { id, fittedAt, dossiers, model }: NewModel): Promise<void> {
  const row = { id, fitted_at: fittedAt, dossiers, body: JSON.stringify(model) };
  await tx.insertInto('risk.model').values(row).execute();
  const old = tx.selectFrom('risk.model').select('id').orderBy('fitted_at', 'desc').orderBy('id', 'desc');
  await tx.deleteFrom('risk.model').where('id', 'not in', old.limit(KEPT)).execute();
}

export async function findNewestModel(q: Queries): Promise<KeptModel | undefined> {
  const row = await q
    .selectFrom('risk.model')
    .select('body')
    .orderBy('fitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.body as KeptModel | undefined;
}
