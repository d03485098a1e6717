import type { Queries, Tx } from '#platform/db/database.ts';
import { send } from '#platform/db/sent.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import { numberOf, type Party } from '../rules/filing.ts';
import type { Secrets } from './events.ts';
import { idHash } from './personal-part.ts';
import { REAL } from './real-dossiers.ts';

/** Far behind the applicants: their ordinals never meet. */
const RECEIVER = 1000;

/** The latest real dossier at an agency in which this person stands, by the keyed hash of the number. */
export async function findLatestDossierOf(
  q: Queries,
  hash: Uint8Array,
  agencyId: string,
): Promise<string | undefined> {
  const row = await q
    .selectFrom('dossiers.party as p')
    .innerJoin(REAL.as('d'), 'd.id', 'p.dossier_id')
    .where('p.id_hash', '=', Buffer.from(hash))
    .where('p.agency_id', '=', agencyId)
    .where('p.kind', '<>', 'receiver') // who took a result left no data to use again
    .orderBy('d.updated_at', 'desc')
    .limit(1)
    .select(['d.number', 'd.reference'])
    .executeTakeFirst();
  return row && (row.number ?? row.reference);
}

interface Standing {
  readonly kind: 'applicant' | 'authorised';
  readonly party: Party;
}

function partiesOf(personal: Dossier['personal'] | undefined): Standing[] {
  const { applicants = [], authorised = null } = personal ?? {};
  return [
    ...applicants.map((party) => ({ kind: 'applicant', party }) as const),
    ...(authorised ? [{ kind: 'authorised', party: authorised } as const] : []),
  ];
}

/** Who stands in a dossier, to be found again by the keyed hash of the number; nobody once it is erased. */
export function partyRows({ id, filing, personal }: Dossier, { keys }: Pick<Secrets, 'keys'>) {
  return partiesOf(personal).map(({ kind, party }, ordinal) => {
    const number = numberOf(party);
    const id_hash = number ? idHash(keys, number) : null;
    return { dossier_id: id, ordinal, kind, agency_id: filing.agencyId, id_hash };
  });
}

/** `before`: how it stood until now. */
export async function saveParties(
  tx: Tx,
  before: Dossier | null,
  dossier: Dossier,
  secrets: Secrets,
): Promise<void> {
  if (!dossier.personal || dossier.personal === before?.personal) return;
  const rows = partyRows(dossier, secrets);
  await send(
    tx,
    tx
      .insertInto('dossiers.party')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['dossier_id', 'ordinal'])
          .doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), id_hash: eb.ref('excluded.id_hash') })),
      ),
  );
  if (partiesOf(before?.personal).length <= rows.length) return;
  await send(
    tx,
    tx
      .updateTable('dossiers.party')
      .set({ id_hash: null })
      .where('dossier_id', '=', dossier.id)
      .where('ordinal', '>=', rows.length)
      .where('kind', '<>', 'receiver'),
  );
}

/** Who took the result, when the number was written down. */
export function receiverRow(
  { id, filing }: Dossier,
  events: readonly DossierEvent[],
  { keys }: Pick<Secrets, 'keys'>,
) {
  const handedOver = events.findLast((event) => event.type === 'handed-over');
  const number = handedOver?.personal?.receiver.idNumber;
  if (!number) return undefined;
  const id_hash = idHash(keys, number);
  return { dossier_id: id, ordinal: RECEIVER, kind: 'receiver', agency_id: filing.agencyId, id_hash };
}

export async function saveReceiver(
  tx: Tx,
  dossier: Dossier,
  events: readonly DossierEvent[],
  secrets: Secrets,
): Promise<void> {
  const row = receiverRow(dossier, events, secrets);
  if (!row) return;
  await send(
    tx,
    tx
      .insertInto('dossiers.party')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['dossier_id', 'ordinal'])
          .doUpdateSet((eb) => ({ id_hash: eb.ref('excluded.id_hash') })),
      ),
  );
}
