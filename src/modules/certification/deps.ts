import type { DossierDeps } from '#modules/dossiers/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';

/** What certification needs: all that a dossier needs. */
export type CertificationDeps = DossierDeps;

export interface CertificationPageDeps extends CertificationDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}
