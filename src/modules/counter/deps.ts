import type { CashDeps } from '#modules/cash/index.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { RateLimit } from '#platform/http/rate-limit.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';

/**
 * What reception needs: all that a dossier and its money need, where scans lie, the key of its drafts, who tries
 * how often.
 */
export interface CounterDeps extends CashDeps {
  readonly files: FileStore;
  /** Seals what is typed; 32 bytes from outside the database. */
  readonly draftKey: Uint8Array;
  readonly rateLimit: RateLimit;
  /** Where a procedure is received on a page of its own, also one that was submitted; null: here. */
  readonly ownPage?: (code: string, reference?: string) => string | null;
}

export interface CounterPageDeps extends CounterDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}
