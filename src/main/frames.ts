import { type Actor, holdsRole } from '#kernel/actor.ts';
import { readingRoles, workingRoles } from '#modules/dossiers/index.ts';
import { helpLinksFor } from '#modules/help/index.ts';
import { findPlace, type PortalDeps, publicFrame } from '#modules/portal/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame, Frame } from '#ui/frame.ts';
import { calendarKeepers, navOf } from './menu.ts';

/** Where a person begins the day, by the posts held. */
export function homeOf(actor: Actor): string {
  if (holdsRole(actor, ['system-administrator'])) return '/quan-tri';
  if (holdsRole(actor, workingRoles)) return '/lam-viec';
  if (holdsRole(actor, ['data-protection-officer'])) return '/lam-viec/bao-ve-du-lieu';
  if (holdsRole(actor, readingRoles)) return '/lam-viec/ho-so';
  return holdsRole(actor, calendarKeepers) ? '/quan-tri/lich' : '/tai-khoan';
}

export interface Frames {
  readonly publicFrame: (request: RequestContext) => Promise<Frame>;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

/** What stands around the pages of those who sign in: the agency of the first post held. */
export function createFrames(deps: PortalDeps): Frames {
  const agencyOf = (request: RequestContext) => {
    const held = request.actor?.posts[0]?.agencyId;
    return findPlace(deps, request, (agencies) => agencies.find(({ id }) => id === held)?.code);
  };
  return {
    publicFrame: async (request) => publicFrame(deps, request, await findPlace(deps, request)),
    deskFrame: async (request) => {
      const { actor, t } = request;
      const frame = await publicFrame(deps, request, await agencyOf(request));
      return {
        ...frame,
        organisation: { ...frame.organisation, shortName: onDesk(frame.organisation.shortName) },
        csrf: request.csrf,
        nav: actor ? await navOf(deps.db, request, actor) : [],
        account: {
          name: actor?.name ?? '',
          note: actor?.posts.map((post) => /quầy \d+/u.exec(post.title)?.[0]).find(Boolean),
          href: '/tai-khoan',
          signOutAction: '/dang-xuat',
        },
        homeHref: actor ? homeOf(actor) : '/',
        ...(actor ? { help: helpLinksFor(actor, request.path) } : {}),
        ...(actor && holdsRole(actor, readingRoles)
          ? { findAction: '/lam-viec/tim', trainingHref: '/lam-viec/ho-so-thu' }
          : {}),
        t,
      };
    },
  };
}

/** 'UBND huyện Châu Thành' → 'Huyện Châu Thành': the desk has little room, and knows where it is. */
function onDesk(shortName: string): string {
  const name = shortName.replace(/^UBND /u, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
