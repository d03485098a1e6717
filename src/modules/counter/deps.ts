import type { DossierDeps } from '#modules/dossiers/index.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';

/** What reception needs: all that a dossier needs, where scans lie, the key of its drafts. */
export interface CounterDeps extends DossierDeps {
  readonly files: FileStore;
  /** Seals what is typed; 32 bytes from outside the database. */
  readonly draftKey: Uint8Array;
}

export interface CounterPageDeps extends CounterDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}
