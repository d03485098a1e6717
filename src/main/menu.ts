import { type Actor, holdsRole, type Role } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { cashRoles, hasUnsettled } from '#modules/cash/index.ts';
import {
  countMyWork,
  historyKeepers,
  leadingRoles,
  readingRoles,
  workingRoles,
} from '#modules/dossiers/index.ts';
import { WAYS_PATH, wayReaders } from '#modules/flow/index.ts';
import { agenciesProtectedBy, countOpenAlarms } from '#modules/protection/index.ts';
import { countReminders, REMINDERS_PATH, remindedRoles } from '#modules/reminders/index.ts';
import { figureReaders, MORNING_PATH, REPORTS_PATH, TIMELINESS_PATH } from '#modules/reports/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { NavItem } from '#ui/frame.ts';
import { HEALTH_PATH, healthKeepers } from './health/health-routes.tsx';

export const calendarKeepers: readonly Role[] = ['calendar-manager', 'system-administrator'];

interface MenuItem {
  readonly href: string;
  /** `main.nav.…` */
  readonly word: string;
  /** Who sees it, by their own posts or by those of people whom they stand in for; they may open it, a test says. */
  readonly roles: readonly Role[];
  /** Who has another item in its place. */
  readonly unless?: readonly Role[];
  readonly count?: (q: Queries, actor: Actor, now: Instant) => Promise<number | undefined>;
  /** Somebody else for whom there is something to open. */
  readonly also?: (q: Queries, actor: Actor) => Promise<boolean>;
}

/** In their order. */
const menu: readonly MenuItem[] = [
  { href: '/lam-viec', word: 'work', roles: workingRoles, count: countMyWork },
  {
    href: REMINDERS_PATH,
    word: 'reminders',
    roles: remindedRoles,
    count: async (q, { accountId }) => (await countReminders(q, accountId)).all || undefined,
  },
  { href: '/lam-viec/tiep-nhan', word: 'intake', roles: ['reception-officer', 'postal-staff'] },
  { href: '/lam-viec/chung-thuc', word: 'certification', roles: ['reception-officer'] },
  {
    href: '/lam-viec/chung-thuc/so',
    word: 'certification-books',
    roles: ['one-stop-head', 'signing-leader', 'inspector'],
    unless: ['reception-officer'],
  },
  { href: '/lam-viec/ho-so', word: 'dossiers', roles: readingRoles },
  {
    href: '/lam-viec/tra-ket-qua',
    word: 'results',
    roles: ['result-clerk', 'reception-officer', 'postal-staff'],
  },
  {
    href: '/lam-viec/so-theo-doi',
    word: 'register',
    roles: ['reception-officer', 'one-stop-head', 'result-clerk'],
  },
  { href: '/lam-viec/ky', word: 'signing', roles: ['signing-leader'] },
  {
    href: '/lam-viec/ban-giao',
    word: 'hand-overs',
    roles: ['one-stop-head', 'reception-officer', 'specialist', 'unit-leader'],
  },
  { href: MORNING_PATH, word: 'morning', roles: leadingRoles },
  { href: TIMELINESS_PATH, word: 'figures', roles: figureReaders },
  { href: REPORTS_PATH, word: 'reports', roles: figureReaders },
  { href: WAYS_PATH, word: 'ways', roles: wayReaders },
  {
    href: '/lam-viec/thu-phi',
    word: 'cash',
    roles: cashRoles,
    also: (q, { accountId }) => hasUnsettled(q, accountId),
  },
  { href: '/lam-viec/niem-phong', word: 'seals', roles: historyKeepers },
  { href: HEALTH_PATH, word: 'health', roles: healthKeepers },
  {
    href: '/lam-viec/bao-ve-du-lieu',
    word: 'protection',
    roles: ['data-protection-officer'],
    count: async (q, actor) => (await countOpenAlarms(q, agenciesProtectedBy(actor))) || undefined,
  },
  { href: '/quan-tri', word: 'administration', roles: ['system-administrator'] },
  { href: '/quan-tri/lich', word: 'calendar', roles: calendarKeepers, unless: ['system-administrator'] },
];

/** The menu of a person today. */
export async function navOf(
  q: Queries,
  { t, legalNow }: Pick<RequestContext, 't' | 'legalNow'>,
  actor: Actor,
): Promise<NavItem[]> {
  const items: NavItem[] = [];
  for (const { href, word, roles, unless = [], count, also } of menu) {
    const isTheirs = holdsRole(actor, roles) && !holdsRole(actor, unless);
    if (!isTheirs && !(await also?.(q, actor))) continue;
    const item = { href, label: t(`main.nav.${word}`) };
    items.push(count ? { ...item, count: await count(q, actor, legalNow) } : item);
  }
  return items;
}
