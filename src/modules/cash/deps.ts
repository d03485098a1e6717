import type { Actor, HeldPost } from '#kernel/actor.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { DossierDeps } from '#modules/dossiers/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';
import type { CashStores } from './actions/stores.ts';

/** What taking money needs: all that a dossier needs, and the key of what is typed. */
export interface CashDeps extends DossierDeps {
  readonly cashStores: CashStores;
  /** Seals reasons, proofs and explanations; 32 bytes from outside the database. */
  readonly cashKey: Uint8Array;
}

export interface CashPageDeps extends CashDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

/** Who handles money, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
}

/** The same in the post that acts. */
export interface ByPost extends By {
  readonly post: HeldPost;
}
