import { z } from 'zod';
import { postsWithRole } from '#kernel/actor.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import type { ReminderPageDeps } from '../deps.ts';
import { cursorText, readCursor } from '../rules/finding-cursor.ts';
import { overseers, placesWatchedBy } from '../rules/places-watched.ts';
import { countMine, countStanding, listStanding } from '../store/standing.ts';
import { ApologiesPage } from './apologies-page.tsx';
import { actorOf, paths } from './page-deps.ts';
import { viewsOf } from './standing-view.ts';
import { countsOf } from './tabs.tsx';

const PAGE = 50;

/** Late, or due within a working day, and nobody has apologised. */
export function apologiesRoutes(deps: ReminderPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.apologies,
      access: { roles: overseers },
      query: z.object({ sau: z.string().max(120).optional().catch(undefined) }),
      handle: async (request) => {
        const { query, legalNow: now } = request;
        const actor = actorOf(request);
        const places = placesWatchedBy(actor);
        const of = { rule: 'apology' } as const;
        const pageOf = { after: readCursor(query.sau), limit: PAGE, now };
        const late = await listStanding(deps.db, places, { ...of, level: 'broken' }, pageOf);
        const last = late.length === PAGE ? late.at(-1) : undefined;
        const first = { after: null, limit: PAGE, now };
        const near = last ? [] : await listStanding(deps.db, places, { ...of, level: 'near' }, first);
        const { all } = await countMine(deps.db, actor.accountId);
        return page(
          <ApologiesPage
            frame={await deps.deskFrame(request)}
            counts={countsOf(all, await countStanding(deps.db, places, now))}
            late={await viewsOf(deps, late, now)}
            near={await viewsOf(deps, near, now)}
            maySign={postsWithRole(actor, ['signing-leader']).length > 0}
            firstHref={query.sau ? paths.apologies : undefined}
            nextHref={last && `${paths.apologies}?sau=${encodeURIComponent(cursorText(last))}`}
          />,
        );
      },
    }),
  ];
}
