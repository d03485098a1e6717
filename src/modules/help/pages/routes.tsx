import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { notFound, page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import type { DeskFrame, Frame } from '#ui/frame.ts';
import { deskGuides } from '../guides/all.ts';
import { citizen } from '../guides/citizen.ts';
import { inOrderFor, isOwn } from '../rules/choose.ts';
import { CitizenGuidePage, GuidePage } from './guide-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { paths } from './paths.ts';
import type { Pictures } from './pictures.ts';
import { StartPage } from './start-page.tsx';

export interface HelpDeps {
  /** Whether the page of this path opens to this person: a guide links only to such. */
  readonly mayOpen: (actor: Actor | null, path: string) => boolean;
  readonly pictures: Pictures;
  readonly publicFrame: (request: RequestContext) => Promise<Frame>;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

/** Reads nothing and writes nothing: words, pictures, and who asks. */
export function helpRoutes(deps: HelpDeps): Route[] {
  return [startRoute(deps), citizenRoute(deps), keysRoute(deps), guideRoute(deps)];
}

async function citizenPage(deps: HelpDeps, request: RequestContext): Promise<Reply> {
  const frame = await deps.publicFrame(request);
  const shown = {
    guide: citizen,
    pictures: deps.pictures,
    opens: (path: string) => deps.mayOpen(null, path),
  };
  return page(<CitizenGuidePage frame={frame} shown={shown} />);
}

/** Who works here gets the guides of the own posts first; everybody else the citizens' guide. */
function startRoute(deps: HelpDeps): Route {
  return route({
    method: 'GET',
    path: paths.start,
    access: 'public',
    handle: async (request) => {
      const { actor } = request;
      if (!actor) return citizenPage(deps, request);
      const ordered = inOrderFor(deskGuides, actor);
      const own = ordered.filter((guide) => isOwn(guide, actor) || guide.roles.length === 0);
      const others = ordered.filter((guide) => !own.includes(guide));
      return page(<StartPage frame={await deps.deskFrame(request)} own={own} others={others} />);
    },
  });
}

function citizenRoute(deps: HelpDeps): Route {
  return route({
    method: 'GET',
    path: paths.citizen,
    access: 'public',
    handle: (request) => citizenPage(deps, request),
  });
}

function keysRoute({ deskFrame }: HelpDeps): Route {
  return route({
    method: 'GET',
    path: paths.keys,
    access: 'signed-in',
    handle: async (request) => page(<KeysPage frame={await deskFrame(request)} />),
  });
}

function guideRoute({ deskFrame, pictures, mayOpen }: HelpDeps): Route {
  return route({
    method: 'GET',
    path: '/huong-dan/:guide',
    access: 'signed-in',
    params: z.object({ guide: z.string().max(40) }),
    handle: async (request): Promise<Reply> => {
      const guide = deskGuides.find(({ slug }) => slug === request.params.guide);
      const { actor } = request;
      if (!guide || !actor) return notFound();
      const shown = { guide, pictures, opens: (path: string) => mayOpen(actor, path) };
      return page(<GuidePage frame={await deskFrame(request)} shown={shown} />);
    },
  });
}
