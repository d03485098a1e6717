import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type PublicDossier, publicDossier } from '../rules/public-dossier.ts';
import { findDossier } from '../store/dossiers.ts';
import type { DossierDeps } from './deps.ts';

/**
 * A dossier for whoever holds the signed link of its receipt; the caller has checked the signature. Logged as
 * every read is.
 */
export async function readPublicly(
  deps: Pick<DossierDeps, 'db' | 'keys' | 'random'>,
  origin: AuditOrigin,
  number: string,
): Promise<PublicDossier | undefined> {
  const found = await findDossier(deps.db, number, deps);
  const shown = found && publicDossier(found.dossier, found.events);
  await record(deps.db, {
    ...origin,
    action: 'dossiers/read-publicly',
    subject: { kind: 'dossier', id: shown?.number ?? 'unknown' },
    result: shown ? 'allowed' : 'refused',
    ...(shown ? {} : { reason: 'dossiers/not-found' }),
  });
  return shown;
}
