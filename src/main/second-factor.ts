import { auditOrigin } from '#modules/audit/index.ts';
import { accountPaths, confirmCode, findDemoCode, hasSecondFactor } from '#modules/identity/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Surroundings } from './application.ts';
import { identityDeps } from './identity-deps.ts';

/** The code of the signed-in person, asked for again before something weighty. */
export function secondFactor(surroundings: Surroundings) {
  const deps = identityDeps(surroundings);
  const accountOf = ({ actor }: RequestContext) => {
    if (!actor) throw new Error('nobody is signed in');
    return actor.accountId;
  };
  return {
    confirmCode: (request: RequestContext, code: string) =>
      confirmCode(deps, {
        accountId: accountOf(request),
        code,
        origin: { ...auditOrigin(request), address: request.address },
      }),
    secondFactorPage: async (request: RequestContext) =>
      (await hasSecondFactor(deps.db, accountOf(request))) ? null : accountPaths.secondFactor,
    demoCode: (request: RequestContext) => findDemoCode(deps, accountOf(request), request.machineNow),
  };
}
