import { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { readBefore, startLike } from '../actions/start-like.ts';
import type { CounterPageDeps } from '../deps.ts';
import { likes } from '../rules/like-before.ts';
import { byOf, draftFrame, errorsOf } from './asking.ts';
import { access } from './draft-form.tsx';
import { statusOf } from './intake-view.ts';
import { LikePage } from './like-page.tsx';
import { paths } from './paths.ts';
import { searched } from './start-routes.tsx';

const params = z.object({ number: z.string().min(1).max(80) });
const MOST_FOUND = 20;
const MOST_TYPED = 200;

/** "Hồ sơ tiếp theo như hồ sơ này": what is the same is chosen, and a draft begins with it. */
export function likeRoutes(deps: CounterPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.like(':number'),
      access,
      params,
      query: z.object({ q: z.string().max(400).catch('') }),
      handle: (request) => showLike(deps, request, request.query.q),
    }),
    route({
      method: 'POST',
      path: paths.like(':number'),
      access,
      params,
      form: z.object({ key: z.uuid(), like: z.enum(likes), code: typedField }),
      invalid: () => redirect(paths.start),
      handle: async (request) => {
        const { number } = request.params;
        const { key, like, code } = request.form;
        const own = like === 'person' ? deps.ownPage?.(code) : null;
        if (own) return redirect(own);
        const wanted = { number, like, key, code: code.slice(0, 60) || null };
        const started = await startLike(deps, byOf(request), wanted);
        if (started.ok) return redirect(paths.draft(started.value.draftId));
        return showLike(deps, request, '', [started.refusal]);
      },
    }),
  ];
}

async function showLike(
  deps: CounterPageDeps,
  request: Request<{ number: string }>,
  text: string,
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const before = await readBefore(deps, byOf(request), request.params.number);
  if (!before.ok)
    return before.refusal.code === 'dossiers/not-found' ? notFound() : refusedPage(before.refusal);
  const { dossier } = before.value;
  const { procedure } = dossier.filing;
  const view = {
    frame: await draftFrame(deps, request, dossier),
    number: dossier.number ?? dossier.reference,
    procedure: procedure.name,
    personOnly: Boolean(deps.ownPage?.(procedure.code)),
    key: deps.random.uuid(deps.machineMs()),
    text: text.slice(0, MOST_TYPED),
    found: text.trim()
      ? await searched(deps, request, { text, most: MOST_FOUND, quay: dossier.filing.intakeOfficeId })
      : null,
    errors: errorsOf(request.t, refusals),
  };
  return page(<LikePage view={view} />, statusOf(refusals));
}
