import type { Outcome } from '#kernel/refusal.ts';
import type { CashDeps } from '#modules/cash/index.ts';
import type { PaperDeps } from '#modules/documents/index.ts';
import type { RateLimit } from '#platform/http/rate-limit.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';
import type { BookStores } from './actions/stores.ts';

/** What certifying needs: all that a dossier and its money need, and the books. */
export interface CertifyingDeps extends CashDeps {
  readonly books: BookStores;
}

/** What certification needs beside: who tries numbers how often. */
export interface CertificationDeps extends CertifyingDeps {
  readonly rateLimit: RateLimit;
}

export interface CertificationPageDeps extends CertificationDeps {
  /** Where scans are kept and signed papers are drawn. */
  readonly papers: PaperDeps;
  /** The code of the signed-in person; refuses a wrong one. */
  readonly confirmCode: (request: RequestContext, code: string) => Promise<Outcome<null>>;
  /** Of a demo person, to be shown beside the field; null elsewhere. */
  readonly demoCode: (request: RequestContext) => Promise<string | null>;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}
