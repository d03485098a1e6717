import type { Role } from '#kernel/actor.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';
import { type HealthDeps, readHealth } from './health.ts';
import { HealthPage } from './health-page.tsx';
import { judge } from './judge.ts';

export const HEALTH_PATH = '/quan-tri/suc-khoe';
export const healthKeepers: readonly Role[] = ['system-administrator'];

interface HealthPageDeps extends HealthDeps {
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

/** How the installation is, for who keeps it. */
export function healthRoutes(deps: HealthPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: HEALTH_PATH,
      access: { roles: healthKeepers },
      handle: async (request) => {
        const health = await readHealth(deps);
        return page(
          <HealthPage frame={await deps.deskFrame(request)} health={health} judged={judge(health)} />,
        );
      },
    }),
  ];
}
