import type { Refusal } from '#kernel/refusal.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { acceptGroup } from '../actions/accept-group.ts';
import { openDraft } from '../actions/open-draft.ts';
import type { CounterPageDeps } from '../deps.ts';
import type { Fields } from '../rules/fields.ts';
import { rowsIn } from '../rules/read-group.ts';
import { byOf, draftFrame, errorsOf } from './asking.ts';
import { access, form, keepAndGoOn, params } from './draft-form.tsx';
import { endedAt } from './ended-at.ts';
import { GroupPage } from './group-page.tsx';
import { statusOf } from './intake-view.ts';
import { paths } from './paths.ts';

/** Several people with the same matter: the draft is filled in for the first, the others are rows. */
export function groupRoutes(deps: CounterPageDeps): Route[] {
  const path = paths.at(':draft', 'nhom');
  return [
    route({
      method: 'POST',
      path: paths.at(':draft', 'toi-nhom'),
      access,
      params,
      form,
      upload: true,
      handle: (request) =>
        keepAndGoOn(deps, request, async () => redirect(paths.at(request.params.draft, 'nhom'))),
    }),
    route({
      method: 'GET',
      path: paths.at(':draft', 'toi-nhom'),
      access,
      params,
      handle: (request) => redirect(paths.draft(request.params.draft)),
    }),
    route({ method: 'GET', path, access, params, handle: (request) => showGroup(deps, request, {}, []) }),
    route({
      method: 'POST',
      path,
      access,
      params,
      form,
      handle: async (request) => {
        const { draft } = request.params;
        const rows = rowsIn(request.form);
        const finished = await acceptGroup(deps, byOf(request), draft, rows);
        if (finished.kind === 'not-found') return notFound();
        if (finished.kind === 'done') return endedAt(deps, { id: draft, dossier: finished.dossier });
        return showGroup(deps, request, rows, finished.problems);
      },
    }),
  ];
}

async function showGroup(
  deps: CounterPageDeps,
  request: Request<{ draft: string }>,
  rows: Fields,
  refusals: readonly Refusal[],
): Promise<Reply> {
  const opened = await openDraft(deps, byOf(request).actor, request.params.draft);
  if (!opened) return notFound();
  const { id, dossier } = opened.draft;
  if (dossier !== null) return endedAt(deps, { id, dossier });
  const view = {
    frame: await draftFrame(deps, request, opened.draft),
    draftId: opened.draft.id,
    procedureName: opened.draft.procedureName,
    rows,
    errors: errorsOf(request.t, refusals),
  };
  return page(<GroupPage view={view} />, statusOf(refusals));
}
