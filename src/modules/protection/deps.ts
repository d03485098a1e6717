import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { DossierKeys } from '#modules/dossiers/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Random } from '#platform/random/random.ts';
import type { DeskFrame } from '#ui/frame.ts';

export interface ProtectionDeps {
  readonly db: Database;
  readonly keys: DossierKeys;
  /** Opens the counters' drafts. */
  readonly draftKey: Uint8Array;
  /** Opens what was typed about money. */
  readonly cashKey: Uint8Array;
  readonly random: Random;
  /** Legal time. */
  readonly clock: { now(): Instant };
  readonly machineMs: () => number;
}

export interface ProtectionPageDeps extends ProtectionDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

/** Who asks, and from where. */
export interface Officer {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}
