import type { Actor, HeldPost } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditEntry, type AuditOrigin, record } from '#modules/audit/index.ts';
import { allowedCommands, readingPost } from '../rules/access.ts';
import { type Dossier, nameOf } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { ReadPurpose } from '../rules/read-purpose.ts';
import type { CommandName } from '../rules/transitions.ts';
import { findDossier, type LoadedDossier } from '../store/dossiers.ts';
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

type ReadDeps = Pick<DossierDeps, 'db' | 'keys' | 'random' | 'clock'>;

/**
 * Opens a dossier for a person. Every read is logged, with the post that allows it and what it was for, and so is
 * the attempt of somebody who may not, with the first post held.
 */
export async function readDossier(
  deps: ReadDeps,
  reader: DossierReader,
  number: string,
): Promise<Outcome<ReadDossier>> {
  const found = await findDossier(deps.db, number, deps);
  const read = found && (await readFound(deps, reader, found));
  if (read) return accepted(read);
  const { actor, origin } = reader;
  await record(deps.db, {
    ...origin,
    action: 'dossiers/read',
    ...auditPost(actor, actor.posts[0]),
    subject: { kind: 'dossier', id: found ? nameOf(found.dossier) : 'unknown' },
    result: 'refused',
    reason: 'dossiers/not-found',
  });
  return refused('dossiers/not-found');
}

/** The same where not being allowed is no attempt: the person is shown something of their own that names it. */
export async function readIfAllowed(
  deps: ReadDeps,
  reader: DossierReader,
  number: string,
): Promise<ReadDossier | undefined> {
  const found = await findDossier(deps.db, number, deps);
  return found && readFound(deps, reader, found);
}

async function readFound(
  deps: ReadDeps,
  reader: DossierReader,
  found: LoadedDossier,
): Promise<ReadDossier | undefined> {
  const reading = readingOf(reader, found, deps.clock.now());
  if (!reading) return undefined;
  await record(deps.db, reading.entry);
  return reading.read;
}

/** What this person reads, and what the log says of it; undefined: they may not. */
export function readingOf(
  { actor, origin, purpose }: DossierReader,
  { dossier, events, involvedOfficeIds }: Pick<LoadedDossier, 'dossier' | 'events' | 'involvedOfficeIds'>,
  now: Instant,
): { readonly read: ReadDossier; readonly entry: AuditEntry } | undefined {
  const post = readingPost(actor, { ...dossier.filing, involvedOfficeIds });
  if (!post) return undefined;
  const entry: AuditEntry = {
    ...origin,
    action: 'dossiers/read',
    ...auditPost(actor, post),
    subject: { kind: 'dossier', id: nameOf(dossier) },
    result: 'allowed',
    ...(purpose ? { reason: purpose } : {}),
  };
  return { read: { dossier, events, commands: allowedCommands(dossier, actor, now), post }, entry };
}
