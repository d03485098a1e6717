import { anyDossierNumber, formatTypedNumber, parseDossierNumber } from '#kernel/dossier-number.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { type FoundStatus, findPublicStatus } from '../store/public-status.ts';

/**
 * A typed look-up by anybody: done or not, and when (TT 01/2018/TT-VPCP Điều 16). The same queries run for a
 * known number, an unknown one and for what is no number at all. `agencyIds`: where a short number is meant.
 */
export async function lookUp(
  deps: { readonly db: Database },
  origin: AuditOrigin,
  typed: string,
  agencyIds: readonly string[],
): Promise<FoundStatus | undefined> {
  const parsed = parseDossierNumber(typed);
  const number = parsed.ok ? formatTypedNumber(parsed.value) : null;
  const isShort = parsed.ok && parsed.value.agencyCode === null;
  const asWritten = anyDossierNumber(typed) ?? ''; // the software before had other numbers
  const whole = isShort || number === null ? [asWritten] : [number, asWritten];
  const question = { whole, short: isShort ? number : null, agencyIds };
  const found = await findPublicStatus(deps.db, question);
  await record(deps.db, {
    ...origin,
    action: 'dossiers/look-up',
    subject: { kind: 'dossier', id: found?.number ?? 'unknown' },
    result: found ? 'allowed' : 'refused',
    ...(found ? {} : { reason: 'dossiers/not-found' }),
  });
  return found;
}
