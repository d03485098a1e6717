import { record } from '#modules/audit/index.ts';
import { readingPost } from '../rules/access.ts';
import { nameOf } from '../rules/dossier.ts';
import { type Holding, holdingOf } from '../rules/holding.ts';
import { findDossierById, type LoadedDossier } from '../store/dossiers.ts';
import { listDossiersOfPerson } from '../store/person-dossiers.ts';
import { idHash } from '../store/personal-part.ts';
import { auditPost } from './audit-post.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierReader } from './read-dossier.ts';

/** A person in more dossiers than this is answered by the latest. */
export const MOST_HOLDINGS = 200;

export interface AboutPerson {
  /** Identity or tax number, however it was typed. */
  readonly number: string;
  readonly agencyIds: readonly string[];
  /** Ids of dossiers that the same question led to before. */
  readonly known: readonly string[];
}

/** Ids of the dossiers in which a person stands, unopened. */
export function findDossiersOfPerson(
  deps: Pick<DossierDeps, 'db' | 'keys'>,
  { number, agencyIds, known }: AboutPerson,
): Promise<string[]> {
  const about = { agencyIds, idHash: idHash(deps.keys, number), known };
  return listDossiersOfPerson(deps.db, about, MOST_HOLDINGS);
}

/**
 * What the agencies hold about one person, dossier by dossier, for the officer who answers that person. Each
 * dossier opened is logged as read; one that the reader may not read is left out.
 */
export async function tellHoldings(
  deps: Pick<DossierDeps, 'db' | 'keys' | 'random'>,
  reader: DossierReader,
  about: AboutPerson,
): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for (const id of await findDossiersOfPerson(deps, about)) {
    const found = await findDossierById(deps.db, id, deps);
    if (found && (await isRead(deps, reader, found)))
      holdings.push(holdingOf(found.dossier, found.events, about.number));
  }
  return holdings;
}

async function isRead(
  { db }: Pick<DossierDeps, 'db'>,
  { actor, origin, purpose }: DossierReader,
  { dossier, involvedOfficeIds }: LoadedDossier,
): Promise<boolean> {
  const post = readingPost(actor, { ...dossier.filing, involvedOfficeIds });
  if (!post) return false;
  await record(db, {
    ...origin,
    action: 'dossiers/read',
    ...auditPost(actor, post),
    subject: { kind: 'dossier', id: nameOf(dossier) },
    result: 'allowed',
    ...(purpose ? { reason: purpose } : {}),
  });
  return true;
}
