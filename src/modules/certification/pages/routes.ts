import type { Route } from '#platform/http/route.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { bookRoutes } from './book-routes.tsx';
import { certifyRoutes } from './certify-routes.tsx';
import { doneRoutes } from './done-routes.tsx';
import { electronicRoutes } from './electronic-routes.tsx';
import { todayRoutes } from './today-routes.tsx';

/** Certification at the counter: the page, what came of it, the books. */
export function certificationRoutes(deps: CertificationPageDeps): Route[] {
  return [
    ...certifyRoutes(deps),
    ...doneRoutes(deps),
    ...todayRoutes(deps),
    ...bookRoutes(deps),
    ...electronicRoutes(deps),
  ];
}
