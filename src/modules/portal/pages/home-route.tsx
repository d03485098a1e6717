import { z } from 'zod';
import { addDays, dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { formatDossierNumber } from '#kernel/dossier-number.ts';
import type { Instant } from '#kernel/instant.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import { nextDaysOff } from '#modules/calendar/index.ts';
import { type LifeEventWithProcedures, listLifeEvents, listProcedures } from '#modules/catalogue/index.ts';
import type { Reply, RequestContext, Route } from '#platform/http/route.ts';
import { page, route } from '#platform/http/route.ts';
import type { Language, Words } from '#platform/i18n/words.ts';
import { longDate } from '#ui/dates.ts';
import type { PortalDeps } from '../deps.ts';
import { timesOff } from '../rules/days-off.ts';
import { HomePage } from './home-page.tsx';
import type { HomeView, LifeEventView } from './home-view.ts';
import { iconOf } from './life-event-icon.ts';
import { NobodyHerePage } from './nobody-here-page.tsx';
import { addressOf, hoursRows, openingOf, otherOffices } from './opening-view.ts';
import { findPlace, type Place, placeCookie } from './place.ts';
import { publicFrame } from './public-frame.ts';

/** Searched most at counters; shown under the search where they are in force. */
const often = ['1.001193', '2.000815', '1.004873', '1.001612'];
const DAYS_AHEAD = 45;
const MOST_DAYS_OFF = 20;

export function homeRoute(deps: PortalDeps): Route {
  return route({
    method: 'GET',
    path: '/',
    access: 'public',
    query: z.object({ noi: z.string().max(40).optional().catch(undefined) }),
    handle: async (request): Promise<Reply> => {
      const { noi } = request.query;
      const place = await findPlace(deps, request, noi);
      const frame = await publicFrame(deps, request, place);
      if (!place) return page(<NobodyHerePage frame={frame} />);
      const reply = page(<HomePage frame={frame} view={await homeView(deps, request, place)} />);
      return noi === place.agency.code ? { ...reply, cookies: [placeCookie(place)] } : reply;
    },
  });
}

async function homeView({ db }: PortalDeps, request: RequestContext, place: Place): Promise<HomeView> {
  const { t, language, legalNow } = request;
  const { agency, oneStop } = place;
  const on = dateOf(legalNow);
  const procedures = await listProcedures(db, { on });
  return {
    often: often.flatMap((code) => procedures.find((one) => one.code === code) ?? []),
    procedureCount: procedures.length,
    lifeEvents: (await listLifeEvents(db, { on })).map((event) => lifeEventView(event, language)),
    opening: await openingOf(t, db, oneStop.id, legalNow),
    hours: await hoursRows(t, db, oneStop.id, legalNow),
    agency: agency.shortName,
    oneStop: addressOf(oneStop, agency),
    otherOffices: await otherOffices(t, db, place, legalNow),
    notices: await daysOffInWords(t, db, legalNow),
    exampleNumber: exampleNumber(place, legalNow),
  };
}

/** What a number of this office looks like: never one that was given to somebody today. */
export function exampleNumber({ agency }: Place, now: Instant): string {
  const agencyCode = agency.agencyCode ?? agency.code;
  return formatDossierNumber({ agencyCode, acceptedOn: addDays(dateOf(now), -7), sequence: 42 });
}

export function lifeEventView(event: LifeEventWithProcedures, language: Language): LifeEventView {
  const { key, name, summary, icon } = event;
  return { key, title: name[language], summary: summary[language], icon: iconOf(icon) };
}

async function daysOffInWords(t: Words, db: PortalDeps['db'], now: Instant): Promise<string[]> {
  const today = dateOf(now);
  const days = await nextDaysOff(db, today, MOST_DAYS_OFF);
  return timesOff(days, addDays(today, DAYS_AHEAD)).map(({ from, to, names, checked }) => {
    const said = { name: names.join(', '), from: longDate(t, from), to: formatCivilDate(to) };
    const sentence = capitalised(from === to ? t('portal.off.one-day', said) : t('portal.off.days', said));
    return checked ? sentence : `${sentence} ${t('portal.off.unchecked')}`;
  });
}
