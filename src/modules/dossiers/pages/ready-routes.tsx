import { z } from 'zod';
import { holdsRole, postsWithRole, type Role } from '#kernel/actor.ts';
import { page, type RequestContext, type Route, redirect, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { announceResult } from '../actions/announce-result.ts';
import { countReadyResults, listPatience, listReadyResults } from '../actions/list-ready-results.ts';
import { setUnfetchedDays } from '../actions/set-unfetched-days.ts';
import { cursorText, readCursor, readyCursor } from '../rules/list-cursor.ts';
import type { SortColumn } from '../rules/list-sort.ts';
import { transitions } from '../rules/transitions.ts';
import { bulkIds } from './bulk-form.tsx';
import { hrefOf, orderQuery, placeText, readOrder, sortLinks } from './list-order.ts';
import { type DossierPageDeps, errorOfRefusal, paths, readerOf } from './page-deps.ts';
import type { WrongDays } from './patience-part.tsx';
import { ReadyPage } from './ready-page.tsx';
import { toldRoute } from './told-route.tsx';

const PAGE = 50;
const columns: readonly SortColumn[] = ['number', 'procedure', 'applicant'];
const lookers: readonly Role[] = ['result-clerk', 'reception-officer', 'postal-staff', 'one-stop-head'];

/** Results that wait to be fetched: the list, who was told, after how many days it is too long. */
export function readyRoutes(deps: DossierPageDeps): Route[] {
  return [
    listRoute(deps),
    toldRoute(deps, {
      command: 'announce-result',
      path: paths.told,
      from: { href: paths.results, label: 'dossiers.results.title' },
      act: announceResult,
    }),
    daysRoute(deps),
  ];
}

function listRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.results,
    access: { roles: lookers },
    query: z.object({
      nhom: z.enum(['cho-lau']).optional().catch(undefined),
      ...orderQuery,
    }),
    handle: (request) => showReady(deps, request, request.query),
  });
}

interface ReadyQuery {
  readonly nhom?: 'cho-lau' | undefined;
  readonly xep?: string | undefined;
  readonly sau?: string | undefined;
}

async function showReady(
  deps: DossierPageDeps,
  request: RequestContext,
  { nhom, xep, sau }: ReadyQuery,
  wrong?: WrongDays,
) {
  const { actor } = readerOf(request);
  const { legalNow: now } = request;
  const patience = await listPatience(deps.db, actor);
  const sorted = readOrder(deps, { xep, sau }, columns);
  const limits = { limit: PAGE, after: readCursor(sau), sorted };
  const lines = await listReadyResults(deps.db, actor, limits, nhom ? { patience, now } : null);
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const place = last && (sorted ? placeText(deps, sorted.sort, last) : cursorText(readyCursor(last)));
  return page(
    <ReadyPage
      frame={await deps.deskFrame(request)}
      now={now}
      group={nhom ? 'unfetched' : 'all'}
      counts={await countReadyResults(deps.db, actor, now)}
      patience={patience}
      maySet={postsWithRole(actor, ['one-stop-head']).map((post) => post.agencyId)}
      lines={lines}
      mayTell={holdsRole(actor, transitions['announce-result'].roles)}
      ids={() => bulkIds(deps, request)}
      order={{
        ...{ columns, xep: sorted && xep },
        sortOf: sortLinks(paths.results, { nhom, xep }, columns),
      }}
      firstHref={sau ? hrefOf(paths.results, { nhom, xep }) : undefined}
      nextHref={place && hrefOf(paths.results, { nhom, xep, sau: place })}
      wrong={wrong}
    />,
    wrong ? 422 : 200,
  );
}

function daysRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.unfetchedDays,
    access: { roles: ['one-stop-head'] },
    form: z.object({ key: z.uuid(), agency: z.uuid(), days: typedField }),
    invalid: () => redirect(paths.unfetched),
    handle: async (request) => {
      const { key, agency: agencyId, days } = request.form;
      const set = await setUnfetchedDays(deps, { ...readerOf(request), key }, { agencyId, days });
      if (set.ok) return redirect(paths.unfetched);
      const wrong = { agencyId, days, error: errorOfRefusal(request.t, set.refusal) };
      return showReady(deps, request, { nhom: 'cho-lau' }, wrong);
    },
  });
}
