import { z } from 'zod';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { findPlace, type PortalDeps, publicFrame } from '#modules/portal/index.ts';
import { notFound, page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { punctuality, sumUp } from '../rules/timeliness.ts';
import { countTimeliness } from '../store/timeliness.ts';
import { countWall, listReadyNumbers } from '../store/wall.ts';
import { WALL_PATH } from './page-deps.ts';
import { WallPage } from './wall-page.tsx';

const MOST_NUMBERS = 24;
/** The browser asks again by itself, also without scripts. */
const REFRESH = { refresh: '60' };

/**
 * The screen on the wall of a one-stop: anybody may open it, nobody has to sign in. It says nothing of a person, and of
 * a dossier no more than the public look-up says to anybody who types its number.
 */
export function wallRoutes(portal: PortalDeps): Route[] {
  const access = 'public';
  return [
    route({ method: 'GET', path: WALL_PATH, access, handle: (request) => show(portal, request) }),
    route({
      method: 'GET',
      path: `${WALL_PATH}/:code`,
      access,
      params: z.object({ code: z.string().max(40) }),
      handle: (request) => show(portal, request, request.params.code),
    }),
  ];
}

async function show(portal: PortalDeps, request: RequestContext, code?: string): Promise<Reply> {
  const { db } = portal;
  const { legalNow: now } = request;
  const place = await findPlace(portal, request, code);
  if (!place || (code !== undefined && place.agency.code !== code)) return notFound();
  const today = dateOf(now);
  const from = `${today.slice(0, 4)}-01-01` as CivilDate;
  const counts = await countTimeliness(db, { agencyIds: [place.agency.id], from, to: today }, now);
  const reply = page(
    <WallPage
      frame={await publicFrame(portal, request, place)}
      counts={await countWall(db, place.oneStop.id, now)}
      punctual={punctuality(sumUp(counts.filter((one) => !one.isCertified)))}
      numbers={await listReadyNumbers(db, place.oneStop.id, MOST_NUMBERS)}
    />,
  );
  return { ...reply, headers: REFRESH };
}
