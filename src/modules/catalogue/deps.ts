import type { Instant } from '#kernel/instant.ts';
import type { Database } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Random } from '#platform/random/random.ts';
import type { DeskFrame } from '#ui/frame.ts';

export interface CatalogueDeps {
  readonly db: Database;
  readonly random: Random;
  /** Legal time. */
  readonly clock: { now(): Instant };
  /** Milliseconds of the machine, for ids. */
  readonly machineMs: () => number;
}

export interface CataloguePageDeps extends CatalogueDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}
