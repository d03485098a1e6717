import type { Actor } from '#kernel/actor.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { mayKeepRegister } from '../rules/registers.ts';
import {
  findRegisterPrint,
  openRegisterPrint,
  PRINT_KEPT_MS,
  type RegisterPrint,
} from '../store/register-prints.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierReader } from './read-dossier.ts';
import { logRegister } from './read-register.ts';

/** A print of this person, for a day (machine time), while they still keep that register; nobody else's. */
export async function findOwnPrint(
  q: Queries,
  actor: Actor,
  id: string,
  machineNow: Instant,
): Promise<RegisterPrint | undefined> {
  const print = await findRegisterPrint(q, id);
  if (print?.accountId !== actor.accountId || !mayKeepRegister(actor, print)) return undefined;
  return print.askedAt >= instantOfMs(msOfInstant(machineNow) - PRINT_KEPT_MS) ? print : undefined;
}

/** Its PDF, which is a reading of the register; undefined while it is being made. */
export async function readOwnPrint(
  { db, keys }: Pick<DossierDeps, 'db' | 'keys'>,
  reader: DossierReader,
  id: string,
): Promise<{ readonly print: RegisterPrint; readonly pdf: Uint8Array } | undefined> {
  const print = await findOwnPrint(db, reader.actor, id, reader.origin.machineNow);
  const pdf = print && (await openRegisterPrint(db, { keys }, id));
  if (!pdf) return undefined;
  await logRegister(db, reader, print);
  return { print, pdf };
}
