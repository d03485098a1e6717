import type { Route } from '#platform/http/route.ts';
import type { Sessions } from '#platform/http/sessions.ts';
import { authenticate } from '../actions/authenticate.ts';
import type { IdentityDeps } from '../deps.ts';
import { accountRoutes } from './account-routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { cookieName, type IdentityPageDeps } from './page-deps.ts';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';

export function identityRoutes(deps: IdentityPageDeps): Route[] {
  return [...signInRoutes(deps), ...linkRoutes(deps), ...accountRoutes(deps), ...secondFactorRoutes(deps)];
}

/** Tells the web server who a request comes from. */
export function createSessions(deps: IdentityDeps, secureCookies: boolean): Sessions {
  return {
    authenticate: ({ cookies, legalNow, machineNow }) =>
      authenticate(deps, cookies[cookieName(secureCookies)], { legalNow, machineNow }),
  };
}
