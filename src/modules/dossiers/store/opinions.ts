import type { Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';
import type { Dossier } from '../rules/dossier.ts';

/** Who was asked and has not answered: the rows follow the history. */
export function opinionRows({ id, opinions }: Dossier) {
  return opinions.map(({ order, officeId, outside, answerBy, askedAt, answeredAt }) => ({
    dossier_id: id,
    ordinal: order,
    office_id: officeId,
    outside,
    answer_by: answerBy,
    asked_at: askedAt,
    answered_at: answeredAt,
  }));
}

export async function saveOpinions(tx: Tx, dossier: Dossier): Promise<void> {
  const rows = opinionRows(dossier);
  if (rows.length === 0) return;
  await send(
    tx,
    tx
      .insertInto('dossiers.opinion')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['dossier_id', 'ordinal'])
          .doUpdateSet((eb) => ({ answered_at: eb.ref('excluded.answered_at') })),
      ),
  );
}
