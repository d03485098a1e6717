import { z } from 'zod';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { msOfInstant } from '#kernel/instant.ts';
import { findPlace, type PortalDeps, publicFrame } from '#modules/portal/index.ts';
import { notFound, page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { punctuality, sumUp } from '../rules/timeliness.ts';
import { countTimeliness } from '../store/timeliness.ts';
import { countWall, listReadyNumbers } from '../store/wall.ts';
import { KeptForMoments } from './kept-for-moments.ts';
import { WALL_PATH } from './page-deps.ts';
import { WallPage } from './wall-page.tsx';

const MOST_NUMBERS = 24;
/** Ten screens of a hall ask within this time, and are counted for once. */
const KEPT_MS = 20_000;
/** The browser asks again by itself, also without scripts, and also when the answer was that something is wrong. */
const headers = { refresh: '60', 'x-robots-tag': 'noindex, nofollow' };

type Figures = Pick<Parameters<typeof WallPage>[0], 'counts' | 'punctual' | 'numbers'>;
type Kept = KeptForMoments<Figures>;

/**
 * The screen on the wall of a one-stop: anybody may open it, nobody has to sign in. It says nothing of a person, and of
 * a dossier no more than the public look-up says to anybody who types its number.
 */
export function wallRoutes(portal: PortalDeps): Route[] {
  const kept: Kept = new KeptForMoments(KEPT_MS);
  const all = { method: 'GET', access: 'public', headers } as const;
  return [
    route({ ...all, path: WALL_PATH, handle: (request) => show(portal, kept, request) }),
    route({
      ...all,
      path: `${WALL_PATH}/:code`,
      params: z.object({ code: z.string().max(40) }),
      handle: (request) => show(portal, kept, request, request.params.code),
    }),
  ];
}

async function show(portal: PortalDeps, kept: Kept, request: RequestContext, code?: string): Promise<Reply> {
  const place = await findPlace(portal, request, code);
  if (!place || (code !== undefined && place.agency.code !== code)) return notFound();
  const [agencyId, oneStopId] = [place.agency.id, place.oneStop.id];
  const figures = await kept.get(oneStopId, msOfInstant(request.machineNow), () =>
    figuresOf(portal, { agencyId, oneStopId }, request.legalNow),
  );
  return page(<WallPage frame={await publicFrame(portal, request, place)} {...figures} />);
}

async function figuresOf(
  { db }: PortalDeps,
  { agencyId, oneStopId }: { readonly agencyId: string; readonly oneStopId: string },
  now: RequestContext['legalNow'],
): Promise<Figures> {
  const today = dateOf(now);
  const from = `${today.slice(0, 4)}-01-01` as CivilDate;
  const counts = await countTimeliness(db, { agencyIds: [agencyId], from, to: today }, now);
  return {
    counts: await countWall(db, oneStopId, now),
    punctual: punctuality(sumUp(counts.filter((one) => !one.isCertified))),
    numbers: await listReadyNumbers(db, oneStopId, MOST_NUMBERS),
  };
}
