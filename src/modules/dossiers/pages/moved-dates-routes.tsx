import { z } from 'zod';
import { holdsRole } from '#kernel/actor.ts';
import { refused } from '#kernel/refusal.ts';
import { page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { announceDate } from '../actions/announce-date.ts';
import { actOnMany } from '../actions/bulk.ts';
import { listMovedDates, movedReaders } from '../actions/list-moved-dates.ts';
import { tellingOutcomes, tellingWays } from '../rules/event.ts';
import { transitions } from '../rules/transitions.ts';
import { BulkDonePage } from './bulk-done-page.tsx';
import { bulkIds } from './bulk-form.tsx';
import { chosenIn, chosenLines } from './chosen-lines.ts';
import { MovedDatesPage } from './moved-dates-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { seenStandIns } from './seen-stand-ins.tsx';

/** Whom to tell after a change of the calendar. */
export function movedDatesRoutes(deps: DossierPageDeps): Route[] {
  return [listRoute(deps), toldRoute(deps)];
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

function toldRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.movedTold,
    access: { roles: transitions['announce-date'].roles },
    form: z.object({
      key: z.uuid(),
      chon: chosenLines,
      way: z.enum(tellingWays),
      outcome: z.enum(tellingOutcomes),
      thay: typedField,
    }),
    invalid: () => redirect(paths.moved),
    handle: async (request) => {
      const { key, chon, way, outcome, thay } = request.form;
      const chosen = chosenIn(chon);
      if (chosen.length === 0) return refusedPage(refused('dossiers/nothing-chosen').refusal);
      const press = { ...readerOf(request), key, ...seenStandIns(thay) };
      const done = await actOnMany(deps, press, chosen, (with_, one) =>
        announceDate(with_, one, { way, outcome, note: null }),
      );
      return page(
        <BulkDonePage
          frame={await deps.deskFrame(request)}
          command="announce-date"
          lines={done}
          from={{ label: request.t('dossiers.moved.title'), href: paths.moved }}
        />,
      );
    },
  });
}
