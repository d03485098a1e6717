import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { parseDossierNumber } from '#kernel/dossier-number.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { movePast } from '../store/number-series.ts';
import type { DossierDeps } from './deps.ts';

/** Nobody gives more between a backup and a loss: a number beyond is a slip of the fingers. */
const MOST = 2000;

/**
 * The last number that is known to have been given on a day, although its dossier is lost (after a restore): the
 * series goes on behind it, and the register says which numbers are missing and why. Refusals: `number-not-ours`,
 * `number-of-later-day`, `number-there`, `number-too-far`.
 */
export function skipNumbers(
  deps: Pick<DossierDeps, 'db' | 'clock'>,
  origin: AuditOrigin,
  number: string,
): Promise<Outcome<{ readonly next: number }>> {
  return inTransaction<Outcome<{ readonly next: number }>>(deps.db, async (tx) => {
    const now = deps.clock.now();
    const parsed = parseDossierNumber(number);
    const code = parsed.ok ? parsed.value.agencyCode : null;
    const offices = await listOfficesInForce(tx, dateOf(now));
    const agency = offices.find((one) => one.kind === 'agency' && (one.agencyCode ?? one.code) === code);
    if (!parsed.ok || !agency) return refused('dossiers/number-not-ours', { number });
    const { acceptedOn: day, sequence } = parsed.value;
    if (day > dateOf(now)) return refused('dossiers/number-of-later-day', { day: formatCivilDate(day) });
    if (sequence > MOST) return refused('dossiers/number-too-far', { number, most: MOST });
    const moved = await movePast(tx, { agencyId: agency.id, day, sequence }, 'lost', now);
    if (!moved) return refused('dossiers/number-there', { number });
    await record(tx, {
      ...origin,
      action: 'dossiers/skip-numbers',
      subject: { kind: 'series', id: number },
      result: 'allowed',
    });
    return accepted({ next: sequence + 1 });
  });
}
