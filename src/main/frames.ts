import { type Actor, holdsRole, type Role } from '#kernel/actor.ts';
import { cashRoles } from '#modules/cash/index.ts';
import { countMyWork, historyKeepers, readingRoles, workingRoles } from '#modules/dossiers/index.ts';
import { helpLinksFor } from '#modules/help/index.ts';
import { findPlace, type PortalDeps, publicFrame } from '#modules/portal/index.ts';
import { agenciesProtectedBy, countOpenAlarms } from '#modules/protection/index.ts';
import { figureReaders, TIMELINESS_PATH } from '#modules/reports/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame, Frame, NavItem } from '#ui/frame.ts';
import { HEALTH_PATH, healthKeepers } from './health/health-routes.tsx';

const receiving: readonly Role[] = ['reception-officer', 'postal-staff'];
const returning: readonly Role[] = ['result-clerk', 'reception-officer', 'postal-staff'];
const leading: readonly Role[] = ['signing-leader', 'unit-leader', 'one-stop-head'];
const protecting: readonly Role[] = ['data-protection-officer'];

const calendarKeepers: readonly Role[] = ['calendar-manager', 'system-administrator'];

/** Where a person begins the day, by the posts held. */
export function homeOf(actor: Actor): string {
  if (holdsRole(actor, ['system-administrator'])) return '/quan-tri';
  if (holdsRole(actor, workingRoles)) return '/lam-viec';
  if (holdsRole(actor, protecting)) return '/lam-viec/bao-ve-du-lieu';
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
        nav: actor ? await navOf(deps, request, actor) : [],
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

async function navOf({ db }: PortalDeps, { t, legalNow }: RequestContext, actor: Actor): Promise<NavItem[]> {
  const items: NavItem[] = [];
  if (holdsRole(actor, workingRoles))
    items.push({
      href: '/lam-viec',
      label: t('main.nav.work'),
      count: await countMyWork(db, actor, legalNow),
    });
  if (holdsRole(actor, receiving)) items.push({ href: '/lam-viec/tiep-nhan', label: t('main.nav.intake') });
  if (holdsRole(actor, ['reception-officer']))
    items.push({ href: '/lam-viec/chung-thuc', label: t('main.nav.certification') });
  else if (holdsRole(actor, ['one-stop-head', 'signing-leader', 'inspector']))
    items.push({ href: '/lam-viec/chung-thuc/so', label: t('main.nav.certification-books') });
  if (holdsRole(actor, readingRoles)) items.push({ href: '/lam-viec/ho-so', label: t('main.nav.dossiers') });
  if (holdsRole(actor, returning))
    items.push({ href: '/lam-viec/tra-ket-qua', label: t('main.nav.results') });
  if (holdsRole(actor, ['reception-officer', 'one-stop-head', 'result-clerk']))
    items.push({ href: '/lam-viec/so-theo-doi', label: t('main.nav.register') });
  if (holdsRole(actor, ['signing-leader']))
    items.push({ href: '/lam-viec/ky', label: t('main.nav.signing') });
  if (holdsRole(actor, ['one-stop-head', 'reception-officer', 'specialist', 'unit-leader']))
    items.push({ href: '/lam-viec/ban-giao', label: t('main.nav.hand-overs') });
  if (holdsRole(actor, leading)) items.push({ href: '/lam-viec/tinh-hinh', label: t('main.nav.overview') });
  if (holdsRole(actor, figureReaders)) items.push({ href: TIMELINESS_PATH, label: t('main.nav.figures') });
  if (holdsRole(actor, cashRoles)) items.push({ href: '/lam-viec/thu-phi', label: t('main.nav.cash') });
  if (holdsRole(actor, historyKeepers))
    items.push({ href: '/lam-viec/niem-phong', label: t('main.nav.seals') });
  if (holdsRole(actor, healthKeepers)) items.push({ href: HEALTH_PATH, label: t('main.nav.health') });
  if (holdsRole(actor, protecting))
    items.push({
      href: '/lam-viec/bao-ve-du-lieu',
      label: t('main.nav.protection'),
      count: (await countOpenAlarms(db, agenciesProtectedBy(actor))) || undefined,
    });
  if (holdsRole(actor, ['system-administrator']))
    items.push({ href: '/quan-tri', label: t('main.nav.administration') });
  else if (holdsRole(actor, calendarKeepers))
    items.push({ href: '/quan-tri/lich', label: t('main.nav.calendar') });
  return items;
}
