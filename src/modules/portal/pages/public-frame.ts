import { dateOf, dayNumber, formatCivilDate } from '#kernel/civil-date.ts';
import { timeOfMinutes } from '#kernel/working-time/local-minute.ts';
import type { Span } from '#kernel/working-time/office-hours.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { nameInSentence } from '#modules/places/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { longMoment } from '#ui/dates.ts';
import type { Frame, FrameOrganisation, NavItem } from '#ui/frame.ts';
import type { PortalDeps } from '../deps.ts';
import { paths } from './paths.ts';
import type { Place } from './place.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** What stands around every public page. `query` is kept when the language changes. */
export async function publicFrame(
  deps: PortalDeps,
  request: RequestContext,
  place: Place | undefined,
  query: Query = {},
): Promise<Frame> {
  const { t, language, path, legalNow } = request;
  const calendar = await workCalendarFor(deps.db, place?.oneStop.id ?? null);
  return {
    t,
    language,
    path,
    get csrf() {
      return request.csrf; // asked for only where there is a form
    },
    assets: deps.assets,
    demo: deps.demo,
    organisation: organisation(t, place),
    legalTime: longMoment(t, legalNow),
    hours: calendar
      .hoursOn(dayNumber(dateOf(legalNow)))
      .spans.map(spanInWords)
      .join(', '),
    nav: nav(t, request, deps),
    languageHref: languageHref(path, language === 'vi' ? 'en' : 'vi', query),
  };
}

/** `07:00–11:30`. */
export function spanInWords({ from, to }: Span): string {
  return `${timeOfMinutes(from)}–${timeOfMinutes(to)}`;
}

function nav(t: Words, { actor }: RequestContext, { homeOf }: PortalDeps): NavItem[] {
  return [
    { href: paths.procedures, label: t('portal.nav.procedures') },
    { href: paths.lookup, label: t('portal.nav.lookup') },
    { href: paths.help, label: t('portal.nav.help') },
    actor
      ? { href: homeOf(actor), label: t('portal.nav.desk') }
      : { href: paths.signIn, label: t('portal.nav.sign-in') },
  ];
}

function languageHref(path: string, language: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${path}?${new URLSearchParams([...given, ['ngon-ngu', language]])}`;
}

function organisation(t: Words, place: Place | undefined): FrameOrganisation {
  const brand = t('ui.brand');
  if (!place) {
    const nothing = { oneStopName: '', address: '', model: '', place: '' };
    return { name: brand, shortName: brand, fullName: brand, siteName: brand, ...nothing };
  }
  const { agency, oneStop, province } = place;
  const { name, shortName, regime, validTo } = agency;
  return {
    name: shortName,
    shortName,
    place: province ? t('portal.frame.place', { province: nameInSentence(province) }) : brand,
    fullName: name,
    oneStopName: oneStop.name,
    address: oneStop.address ?? agency.address ?? '',
    model:
      regime === '2018'
        ? t('portal.frame.model-2018', { to: validTo ? formatCivilDate(validTo) : '' })
        : t('portal.frame.model-2025'),
    siteName: t('portal.frame.site', { name: shortName }),
  };
}
