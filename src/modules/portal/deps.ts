import type { Actor } from '#kernel/actor.ts';
import type { DossierKeys } from '#modules/dossiers/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { RateLimit } from '#platform/http/rate-limit.ts';
import type { Random } from '#platform/random/random.ts';
import type { Assets } from '#ui/frame.ts';

/** What the public pages need from outside; wiring hands it over. */
export interface PortalDeps {
  readonly db: Database;
  readonly keys: DossierKeys;
  readonly random: Random;
  readonly rateLimit: RateLimit;
  /** Signs the links on receipts; lies outside the database. */
  readonly linkKey: Uint8Array;
  readonly assets: Assets;
  readonly demo: boolean;
  /** Where a signed-in person begins the day. */
  readonly homeOf: (actor: Actor) => string;
}
