import type { Actor } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type RegisterRow, registerRow } from '../rules/register-row.ts';
import { openDossiers } from '../store/dossiers.ts';
import { listReceived } from '../store/registers.ts';
import type { DossierDeps } from './deps.ts';

export interface RegisterQuestion {
  readonly officeId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly after: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
}

export interface RegisterPage {
  readonly rows: readonly RegisterRow[];
  /** Where the next page goes on; null: this is the last. */
  readonly next: { readonly at: Instant; readonly id: string } | null;
}

/** The receipt register of a one-stop; one line of the log for the whole page. The caller knows the office is theirs. */
export async function readRegister(
  deps: DossierDeps,
  reader: { readonly actor: Actor; readonly origin: AuditOrigin },
  question: RegisterQuestion,
): Promise<RegisterPage> {
  const { officeId, from, to, after, limit } = question;
  const found = await listReceived(deps.db, officeId, { from, to }, { after, limit });
  const opened = await openDossiers(
    deps.db,
    found.map(({ id }) => id),
    deps,
  );
  const rows = found.flatMap(({ id }) => {
    const one = opened.get(id);
    return (one && registerRow(one.dossier, one.events)) ?? [];
  });
  await record(deps.db, {
    ...reader.origin,
    action: 'dossiers/read-register',
    accountId: reader.actor.accountId,
    subject: { kind: 'register', id: `${officeId} ${from} ${to}` },
    result: 'allowed',
  });
  const last = found.length === limit ? found.at(-1) : undefined;
  return { rows, next: last ? { at: last.at, id: last.id } : null };
}
