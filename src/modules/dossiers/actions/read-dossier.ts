import type { Actor, HeldPost } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { allowedCommands, readingPost } from '../rules/access.ts';
import { type Dossier, nameOf } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { ReadPurpose } from '../rules/read-purpose.ts';
import type { CommandName } from '../rules/transitions.ts';
import { findDossier } from '../store/dossiers.ts';
import { auditPost } from './audit-post.ts';
import type { DossierDeps } from './deps.ts';

export interface ReadDossier {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  /** What this person may do now. */
  readonly commands: readonly CommandName[];
  /** By which they may read it. */
  readonly post: HeldPost;
}

export interface DossierReader {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** For which page or press; a code of rules/read-purpose.ts. */
  readonly purpose?: ReadPurpose;
}

/**
 * Opens a dossier for a person. Every read is logged, with the post that allows it and what it was for, and so is
 * the attempt of somebody who may not, with the first post held.
 */
export async function readDossier(
  deps: Pick<DossierDeps, 'db' | 'keys' | 'random' | 'clock'>,
  reader: DossierReader,
  number: string,
): Promise<Outcome<ReadDossier>> {
  const { actor, origin, purpose } = reader;
  const found = await findDossier(deps.db, number, deps);
  const post =
    found && readingPost(actor, { ...found.dossier.filing, involvedOfficeIds: found.involvedOfficeIds });
  const entry = { ...origin, action: 'dossiers/read', ...auditPost(actor, post ?? actor.posts[0]) };
  if (!found || !post) {
    const id = found ? nameOf(found.dossier) : 'unknown';
    const subject = { kind: 'dossier', id };
    await record(deps.db, { ...entry, subject, result: 'refused', reason: 'dossiers/not-found' });
    return refused('dossiers/not-found');
  }
  const { dossier, events } = found;
  const subject = { kind: 'dossier', id: nameOf(dossier) };
  await record(deps.db, { ...entry, subject, result: 'allowed', ...(purpose ? { reason: purpose } : {}) });
  return accepted({ dossier, events, commands: allowedCommands(dossier, actor, deps.clock.now()), post });
}
