import { holdsRole } from '#kernel/actor.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import { announceDate } from '../actions/announce-date.ts';
import { listMovedDates, movedReaders } from '../actions/list-moved-dates.ts';
import { transitions } from '../rules/transitions.ts';
import { bulkIds } from './bulk-form.tsx';
import { MovedDatesPage } from './moved-dates-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { toldRoute } from './told-route.tsx';

/** Whom to tell after a change of the calendar. */
export function movedDatesRoutes(deps: DossierPageDeps): Route[] {
  return [
    listRoute(deps),
    toldRoute(deps, {
      command: 'announce-date',
      path: paths.movedTold,
      from: { href: paths.moved, label: 'dossiers.moved.title' },
      act: announceDate,
    }),
  ];
}

function listRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.moved,
    access: { roles: movedReaders },
    handle: async (request) => {
      const { actor } = readerOf(request);
      return page(
        <MovedDatesPage
          frame={await deps.deskFrame(request)}
          moved={await listMovedDates(deps.db, actor)}
          mayTell={holdsRole(actor, transitions['announce-date'].roles)}
          ids={bulkIds(deps, request)}
        />,
      );
    },
  });
}
