import type { Actor } from '#kernel/actor.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import type { Party } from '../rules/filing.ts';
import { findDossier, numberOf } from '../store/dossiers.ts';
import { findLatestDossierOf } from '../store/parties.ts';
import { idHash } from '../store/personal-part.ts';
import type { DossierDeps } from './deps.ts';

/**
 * A person known from an earlier dossier at this agency, found by the whole identity or tax number only; the
 * clerk is offered what was said last time. Logged as a read of that dossier.
 */
export async function findKnownPerson(
  deps: DossierDeps,
  reader: { readonly actor: Actor; readonly origin: AuditOrigin; readonly agencyId: string },
  number: string,
): Promise<Party | undefined> {
  const latest = await findLatestDossierOf(deps.db, idHash(deps.keys, number), reader.agencyId);
  if (!latest) return undefined;
  const found = await findDossier(deps.db, latest, deps);
  if (!found?.dossier.personal) return undefined;
  await record(deps.db, {
    ...reader.origin,
    action: 'dossiers/find-known-person',
    accountId: reader.actor.accountId,
    subject: { kind: 'dossier', id: latest },
    result: 'allowed',
  });
  const { applicants, authorised } = found.dossier.personal;
  const wanted = plain(number);
  return [...applicants, ...(authorised ? [authorised] : [])].find(
    (party) => plain(numberOf(party) ?? '') === wanted,
  );
}

function plain(number: string): string {
  return number.replace(/[\s.-]/g, '').toUpperCase();
}
