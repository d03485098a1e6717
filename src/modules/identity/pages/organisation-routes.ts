import type { Route } from '#platform/http/route.ts';
import { absenceRoutes } from './absence-routes.tsx';
import { accountActRoutes, inviteRoutes } from './account-act-routes.tsx';
import { accountListRoutes } from './accounts-routes.tsx';
import type { OrganisationPageDeps } from './admin-deps.ts';
import { officeChangeRoutes } from './office-change-routes.tsx';
import { officeListRoutes } from './offices-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { personRoutes } from './person-routes.tsx';
import { reviewRoutes } from './review-routes.tsx';
import { standInRoutes } from './stand-in-list-routes.tsx';

/** Offices, people, posts, stand-ins, accounts and their review: for the system administrator. */
export function organisationRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    ...officeListRoutes(deps),
    ...officeChangeRoutes(deps),
    ...peopleRoutes(deps),
    ...personRoutes(deps),
    ...inviteRoutes(deps),
    ...standInRoutes(deps),
    ...absenceRoutes(deps),
    ...accountListRoutes(deps),
    ...accountActRoutes(deps),
    ...reviewRoutes(deps),
  ];
}
