import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { NumberedRegister } from '../rules/numbered-row.ts';
import { REAL } from './real-dossiers.ts';

export interface Received {
  readonly id: string;
  readonly number: string;
  readonly at: Instant;
}

/** Numbers received by a one-stop between two days, both included, in their order. */
export async function listReceived(
  q: Queries,
  officeId: string,
  span: { readonly from: CivilDate; readonly to: CivilDate },
  page: { readonly after: { readonly at: Instant; readonly id: string } | null; readonly limit: number },
): Promise<Received[]> {
  let query = q
    .selectFrom(REAL.as('d'))
    .where('intake_office_id', '=', officeId)
    .where('received_at', '>=', `${span.from}T00:00:00+07:00` as Instant)
    .where('received_at', '<=', `${span.to}T23:59:59+07:00` as Instant)
    .where('number', 'is not', null);
  const { after } = page;
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('received_at', '>', after.at),
        eb.and([eb('received_at', '=', after.at), eb('id', '>', after.id)]),
      ]),
    );
  const rows = await query
    .select(['id', 'number', 'received_at as at'])
    .orderBy('received_at')
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows as Received[];
}

export interface RegisterClosing {
  readonly entries: number;
  readonly digest: Uint8Array;
  readonly closedAt: Instant;
  readonly closedByName: string;
}

export interface RegisterOfYear {
  readonly officeId: string;
  readonly register: 'received' | NumberedRegister;
  readonly year: number;
}

export async function findClosing(
  q: Queries,
  { officeId, register, year }: RegisterOfYear,
): Promise<RegisterClosing | undefined> {
  const row = await q
    .selectFrom('dossiers.register_closing')
    .where('office_id', '=', officeId)
    .where('register', '=', register)
    .where('year', '=', year)
    .select(['entries', 'digest', 'closed_at as closedAt', 'closed_by_name as closedByName'])
    .executeTakeFirst();
  return row as RegisterClosing | undefined;
}

/** Once; a second closing of the same register changes nothing. */
export async function insertClosing(
  tx: Tx,
  { officeId, register, year }: RegisterOfYear,
  closing: RegisterClosing & { readonly closedBy: string },
): Promise<void> {
  await tx
    .insertInto('dossiers.register_closing')
    .values({
      office_id: officeId,
      register,
      year,
      entries: closing.entries,
      digest: Buffer.from(closing.digest),
      closed_at: closing.closedAt,
      closed_by: closing.closedBy,
      closed_by_name: closing.closedByName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
