import type { Actor } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { allowedCommands, mayRead } from '../rules/access.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { CommandName } from '../rules/transitions.ts';
import { findDossier } from '../store/dossiers.ts';
import type { DossierDeps } from './deps.ts';

export interface ReadDossier {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  /** What this person may do now. */
  readonly commands: readonly CommandName[];
}

/** Opens a dossier for a person. Every read is logged, and so is the attempt of somebody who may not. */
export async function readDossier(
  deps: DossierDeps,
  reader: { readonly actor: Actor; readonly origin: AuditOrigin },
  number: string,
): Promise<Outcome<ReadDossier>> {
  const { actor, origin } = reader;
  const found = await findDossier(deps.db, number, deps);
  const may =
    found && mayRead(actor, { ...found.dossier.filing, involvedOfficeIds: found.involvedOfficeIds });
  const entry = { ...origin, action: 'dossiers/read', accountId: actor.accountId };
  if (!found || !may) {
    const id = found ? (found.dossier.number ?? found.dossier.reference) : 'unknown';
    const subject = { kind: 'dossier', id };
    await record(deps.db, { ...entry, subject, result: 'refused', reason: 'dossiers/not-found' });
    return refused('dossiers/not-found');
  }
  const { dossier, events } = found;
  const subject = { kind: 'dossier', id: dossier.number ?? dossier.reference };
  await record(deps.db, { ...entry, subject, result: 'allowed' });
  return accepted({ dossier, events, commands: allowedCommands(dossier, actor, deps.clock.now()) });
}
