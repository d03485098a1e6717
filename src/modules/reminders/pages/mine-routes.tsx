import { holdsRole } from '#kernel/actor.ts';
import { nameAccounts } from '#modules/identity/index.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import type { ReminderPageDeps } from '../deps.ts';
import { overseers, placesWatchedBy } from '../rules/places-watched.ts';
import { countMine, countStanding, listMine } from '../store/standing.ts';
import { MinePage } from './mine-page.tsx';
import { actorOf, paths, remindedRoles } from './page-deps.ts';
import { viewsOf } from './standing-view.ts';
import { countsOf } from './tabs.tsx';

const MOST = 200;

/** What this person is reminded of. */
export function mineRoutes(deps: ReminderPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.mine,
      access: { roles: remindedRoles },
      handle: async (request) => {
        const actor = actorOf(request);
        const { all } = await countMine(deps.db, actor.accountId);
        const lines = await viewsOf(deps, await listMine(deps.db, actor.accountId, MOST), request.legalNow);
        const away = await nameAccounts(
          deps.db,
          lines.flatMap(({ insteadOf }) => (insteadOf ? [insteadOf] : [])),
        );
        const oversees = holdsRole(actor, overseers);
        return page(
          <MinePage
            frame={await deps.deskFrame(request)}
            lines={lines.map((line) => ({
              ...line,
              insteadOfName: line.insteadOf === null ? null : (away.get(line.insteadOf) ?? ''),
            }))}
            all={all}
            counts={
              oversees
                ? countsOf(all, await countStanding(deps.db, placesWatchedBy(actor), request.legalNow))
                : null
            }
          />,
        );
      },
    }),
  ];
}
