import type { Instant } from '#kernel/instant.ts';
import { open, seal } from '#platform/crypto/sealing.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { RegisterKind, RegisterMonth } from '../rules/registers.ts';
import type { Secrets } from './events.ts';

/** How long a print can be fetched; then it goes. */
export const PRINT_KEPT_MS = 86_400_000;

/** A print that somebody asked for. */
export interface RegisterPrint extends RegisterMonth {
  readonly id: string;
  readonly accountId: string;
  readonly officeName: string;
  /** Machine time. */
  readonly askedAt: Instant;
  /** Null: it is being made. */
  readonly made: {
    readonly lines: number;
    /** There were more lines than a print takes. */
    readonly tooLong: boolean;
  } | null;
}

/** False: this press has asked already. */
export async function insertRegisterPrint(tx: Tx, print: Omit<RegisterPrint, 'made'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('dossiers.register_print')
    .values({
      id: print.id,
      account_id: print.accountId,
      office_id: print.oneStop.officeId,
      agency_id: print.oneStop.agencyId,
      office_name: print.officeName,
      register: print.kind,
      month: print.month,
      asked_at: print.askedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findRegisterPrint(q: Queries, id: string): Promise<RegisterPrint | undefined> {
  const row = await q
    .selectFrom('dossiers.register_print')
    .where('id', '=', id)
    .select(['id', 'account_id', 'office_id', 'agency_id', 'office_name', 'register', 'month'])
    .select(['asked_at', 'lines'])
    .select((eb) => eb('sealed', 'is', null).as('empty'))
    .executeTakeFirst();
  if (!row) return undefined;
  const { lines } = row;
  return {
    id: row.id,
    accountId: row.account_id,
    oneStop: { officeId: row.office_id, agencyId: row.agency_id },
    officeName: row.office_name,
    kind: row.register as RegisterKind,
    month: row.month,
    askedAt: row.asked_at,
    made: lines === null ? null : { lines, tooLong: Boolean(row.empty) },
  };
}

const contextOf = (id: string) => `register-print:${id}`;

/** `pdf` null: too many lines. One that has gone meanwhile stays gone. */
export async function saveRegisterPrint(
  q: Queries,
  { keys, random }: Secrets,
  id: string,
  { at, lines, pdf }: { readonly at: Instant; readonly lines: number; readonly pdf: Uint8Array | null },
): Promise<void> {
  const sealed = pdf && seal(keys.wrapping, pdf, contextOf(id), random);
  await q
    .updateTable('dossiers.register_print')
    .set({ made_at: at, lines, sealed })
    .where('id', '=', id)
    .execute();
}

/** The PDF itself; undefined while it is being made. */
export async function openRegisterPrint(
  q: Queries,
  { keys }: Pick<Secrets, 'keys'>,
  id: string,
): Promise<Uint8Array | undefined> {
  const row = await q
    .selectFrom('dossiers.register_print')
    .where('id', '=', id)
    .select('sealed')
    .executeTakeFirst();
  return row?.sealed ? open(keys.wrapping, row.sealed, contextOf(id)) : undefined;
}

/** Those asked for before a moment of the machine. */
export async function deleteRegisterPrints(q: Queries, before: Instant): Promise<void> {
  await q.deleteFrom('dossiers.register_print').where('asked_at', '<', before).execute();
}

/** All: each may name a person who has been erased by law. */
export async function deleteEveryRegisterPrint(q: Queries): Promise<void> {
  await q.deleteFrom('dossiers.register_print').execute();
}
