import type { HeldPost } from '#kernel/actor.ts';
import { inTransaction } from '#platform/db/database.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { RegisterMonth } from '../rules/registers.ts';
import { insertRegisterPrint } from '../store/register-prints.ts';
import type { DossierDeps, Press } from './deps.ts';
import { logRegister } from './read-register.ts';

export const PRINT_REGISTER = 'dossiers-print-register';

/**
 * Asks the worker for a month of a register on paper; the caller knows that it is theirs. It is a reading of the
 * register and logged as one. The same press asks once; its key is the id of the print.
 */
export function askForPrint(
  { db }: Pick<DossierDeps, 'db'>,
  press: Press,
  register: RegisterMonth & { readonly post: HeldPost },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { actor, origin, key: id } = press;
    const { kind, oneStop, month, post } = register;
    const { accountId } = actor;
    const print = { id, accountId, kind, oneStop, month, officeName: post.officeName };
    const isNew = await insertRegisterPrint(tx, { ...print, askedAt: origin.machineNow });
    if (!isNew) return;
    await logRegister(tx, press, register);
    await enqueue(tx, PRINT_REGISTER, { id }, { queue: 'register-prints' });
  });
}
