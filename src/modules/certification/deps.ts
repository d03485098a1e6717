import type { CashDeps } from '#modules/cash/index.ts';
import type { RateLimit } from '#platform/http/rate-limit.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';

/** What certification needs: all that a dossier and its money need, and who tries numbers how often. */
export interface CertificationDeps extends CashDeps {
  readonly rateLimit: RateLimit;
}

export interface CertificationPageDeps extends CertificationDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}
