import type { Route } from '#platform/http/route.ts';
import { commandRoutes } from './command-routes.tsx';
import { dossierPageRoutes } from './dossier-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import type { DossierPageDeps } from './page-deps.ts';
import { paperRoutes } from './paper-routes.tsx';
import { sealRoutes } from './seal-routes.tsx';
import { workRoutes } from './work-routes.tsx';

/** My work, lists, search, the dossier with all that can be done to it, its papers. */
export function dossierRoutes(deps: DossierPageDeps): Route[] {
  return [
    ...workRoutes(deps),
    ...listRoutes(deps),
    ...dossierPageRoutes(deps),
    ...commandRoutes(deps),
    ...paperRoutes(deps),
    ...sealRoutes(deps),
  ];
}
