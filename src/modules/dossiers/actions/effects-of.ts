import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierDeps } from './deps.ts';

/** What a wait does to the clock of this dossier by the law of the day (legal time). */
export function effectsOf(
  q: Queries,
  deps: Pick<DossierDeps, 'stores'>,
  { filing: { procedure, regime } }: Pick<Dossier, 'filing'>,
  now: Instant,
): Promise<ClockEffects> {
  return deps.stores.findClockEffects(q, { procedureCode: procedure.code, regime, on: dateOf(now) });
}
