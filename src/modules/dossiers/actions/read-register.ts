import { record } from '#modules/audit/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import { keeper, type RegisterMonth, spanOf } from '../rules/registers.ts';
import type { DossierReader } from './read-dossier.ts';
import { type RegisterLine, type RegisterPart, registerLines, registerPart } from './register-lines.ts';
import type { RowDeps } from './register-rows.ts';

/** Some lines of a register for a person; one line of the log for all of them. The caller knows that it is theirs. */
export async function readRegisterPart(
  deps: RowDeps,
  reader: DossierReader,
  t: Words,
  register: RegisterMonth,
  page: Parameters<typeof registerPart>[3],
): Promise<RegisterPart> {
  const part = await registerPart(deps, t, register, page);
  await logRegister(deps.db, reader, register);
  return part;
}

/** The whole month, the same way. */
export async function readRegisterLines(
  deps: RowDeps,
  reader: DossierReader,
  t: Words,
  register: RegisterMonth,
): Promise<RegisterLine[]> {
  const lines = await registerLines(deps, t, register);
  await logRegister(deps.db, reader, register);
  return lines;
}

export async function logRegister(
  q: Queries,
  { actor, origin }: DossierReader,
  register: RegisterMonth,
): Promise<void> {
  const { from, to } = spanOf(register.month);
  const kind = register.kind === 'received' ? [] : [register.kind];
  await record(q, {
    ...origin,
    action: 'dossiers/read-register',
    accountId: actor.accountId,
    subject: { kind: 'register', id: [keeper(register), ...kind, from, to].join(' ') },
    result: 'allowed',
  });
}
