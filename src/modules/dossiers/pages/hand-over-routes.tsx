import { z } from 'zod';
import { postsOf } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import {
  notFound,
  page,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { makeHandOverList } from '../actions/make-hand-over-list.ts';
import { working } from '../rules/desk-roles.ts';
import {
  countUnlisted,
  findHandOverList,
  listHandOverLines,
  listHandOverLists,
} from '../store/hand-overs.ts';
import { bulkIds } from './bulk-form.tsx';
import { HandOverListPage } from './hand-over-list-page.tsx';
import { HandOversPage } from './hand-overs-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

const LATEST = 20;

/** From office to office, on paper: one list per office and time, signed by both sides. */
export function handOverRoutes(deps: DossierPageDeps): Route[] {
  return [overviewRoute(deps), makeRoute(deps), listRoute(deps)];
}

async function officeNames(deps: DossierPageDeps, request: RequestContext) {
  const offices = await listOfficesInForce(deps.db, dateOf(request.legalNow));
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  return (id: string) => names.get(id) ?? '';
}

function overviewRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.handOvers,
    access: { roles: working },
    handle: async (request) => {
      const { actor } = readerOf(request);
      const mine = [...new Set(postsOf(actor).map((post) => post.officeId))];
      return page(
        <HandOversPage
          frame={await deps.deskFrame(request)}
          nameOf={await officeNames(deps, request)}
          unlisted={await countUnlisted(deps.db, mine)}
          given={await listHandOverLists(deps.db, 'from', mine, LATEST)}
          got={await listHandOverLists(deps.db, 'to', mine, LATEST)}
          ids={() => bulkIds(deps, request)}
        />,
      );
    },
  });
}

function makeRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.handOvers,
    access: { roles: working },
    form: z.object({ key: z.uuid(), from: z.uuid(), to: z.uuid() }),
    invalid: () => redirect(paths.handOvers),
    handle: async (request) => {
      const { key, from, to } = request.form;
      const press = { ...readerOf(request), key };
      const made = await makeHandOverList(deps, press, { fromOfficeId: from, toOfficeId: to });
      if (!made.ok) return refusedPage(made.refusal);
      return redirect(paths.handOverList(made.value.listId));
    },
  });
}

/** Whoever belongs to neither office is told that there is none. */
function listRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.handOverList(':id'),
    access: { roles: working },
    params: z.object({ id: z.string().max(60) }),
    handle: async (request) => {
      const id = z.uuid().safeParse(request.params.id);
      const list = id.success ? await findHandOverList(deps.db, id.data) : undefined;
      const { actor } = readerOf(request);
      const mine = postsOf(actor).map((post) => post.officeId);
      if (!list || !(mine.includes(list.fromOfficeId) || mine.includes(list.toOfficeId))) return notFound();
      return page(
        <HandOverListPage
          frame={await deps.deskFrame(request)}
          nameOf={await officeNames(deps, request)}
          list={list}
          lines={await listHandOverLines(deps.db, list.id)}
          receiving={mine.includes(list.toOfficeId)}
          ids={bulkIds(deps, request)}
        />,
      );
    },
  });
}
