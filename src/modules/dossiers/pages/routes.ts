import type { Route } from '#platform/http/route.ts';
import { bulkRoutes } from './bulk-routes.tsx';
import { commandRoutes } from './command-routes.tsx';
import { dossierPageRoutes } from './dossier-routes.tsx';
import { groupRoutes } from './group-routes.tsx';
import { handOverRoutes } from './hand-over-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { movedDatesRoutes } from './moved-dates-routes.tsx';
import { overviewRoutes } from './overview-routes.tsx';
import type { DossierPageDeps } from './page-deps.ts';
import { paperRoutes } from './paper-routes.tsx';
import { readyRoutes } from './ready-routes.tsx';
import { registerPrintRoutes } from './register-print-routes.tsx';
import { registerRoutes } from './register-routes.tsx';
import { returnManyRoutes } from './return-many-routes.tsx';
import { returnSheetRoutes } from './return-sheet-routes.tsx';
import { sealRoutes } from './seal-routes.tsx';
import { signingRoutes } from './signing-routes.tsx';
import { trainingRoutes } from './training-routes.tsx';
import { workRoutes } from './work-routes.tsx';

/** My work, lists, search, the dossier with all that can be done to it, its papers. */
export function dossierRoutes(deps: DossierPageDeps): Route[] {
  return [
    ...workRoutes(deps),
    ...readyRoutes(deps),
    ...movedDatesRoutes(deps),
    ...returnManyRoutes(deps),
    ...returnSheetRoutes(deps),
    ...groupRoutes(deps),
    ...bulkRoutes(deps),
    ...handOverRoutes(deps),
    ...signingRoutes(deps),
    ...overviewRoutes(deps),
    ...trainingRoutes(deps),
    ...registerRoutes(deps),
    ...registerPrintRoutes(deps),
    ...listRoutes(deps),
    ...dossierPageRoutes(deps),
    ...commandRoutes(deps),
    ...paperRoutes(deps),
    ...sealRoutes(deps),
  ];
}
