import { type Actor, postsOf } from '#kernel/actor.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import type { RateLimit } from '#platform/http/rate-limit.ts';
import { numberOf, type Party } from '../rules/filing.ts';
import { plainNumber } from '../rules/holding.ts';
import { findDossier } from '../store/dossiers.ts';
import { findLatestDossierOf } from '../store/parties.ts';
import { idHash } from '../store/personal-part.ts';
import { auditPost } from './audit-post.ts';
import type { DossierDeps } from './deps.ts';

/** Far above what a counter asks in its busiest ten minutes; trying numbers out takes thousands. */
const LIMIT = { hits: 60, windowSeconds: 600 };

/**
 * A person known from an earlier dossier at this agency, found by the whole identity or tax number only; the
 * clerk is offered what was said last time. Logged as a read of that dossier. A number that leads nowhere is
 * logged too, without the number, and nobody may try many: `dossiers/too-many-tries`.
 */
export async function findKnownPerson(
  deps: DossierDeps & { readonly rateLimit: RateLimit },
  reader: { readonly actor: Actor; readonly origin: AuditOrigin; readonly agencyId: string },
  number: string,
): Promise<Outcome<Party | null>> {
  const { accountId } = reader.actor;
  const post = postsOf(reader.actor).find((held) => held.agencyId === reader.agencyId);
  const by = auditPost(reader.actor, post);
  const entry = { ...reader.origin, action: 'dossiers/find-known-person', ...by };
  const inVain = (reason: string) =>
    record(deps.db, { ...entry, subject: { kind: 'person', id: 'unknown' }, result: 'refused', reason });
  const { allowed, retryAfterSeconds } = await deps.rateLimit.hit(`find-known-person:${accountId}`, LIMIT);
  if (!allowed) {
    await inVain('dossiers/too-many-tries');
    return refused('dossiers/too-many-tries', { minutes: Math.ceil(retryAfterSeconds / 60) });
  }
  const latest = await findLatestDossierOf(deps.db, idHash(deps.keys, number), reader.agencyId);
  const found = latest ? await findDossier(deps.db, latest, deps) : undefined;
  if (!latest || !found?.dossier.personal) {
    await inVain('dossiers/nobody-known');
    return accepted(null);
  }
  await record(deps.db, { ...entry, subject: { kind: 'dossier', id: latest }, result: 'allowed' });
  const { applicants, authorised } = found.dossier.personal;
  const wanted = plainNumber(number);
  const parties = [...applicants, ...(authorised ? [authorised] : [])];
  return accepted(parties.find((party) => plainNumber(numberOf(party) ?? '') === wanted) ?? null);
}
