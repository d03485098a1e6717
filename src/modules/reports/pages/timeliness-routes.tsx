import { z } from 'zod';
import { atOneMoment } from '#platform/db/database.ts';
import { notFound, page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import { countTimeliness } from '../store/timeliness.ts';
import { type ReportPageDeps, TIMELINESS_PATH } from './page-deps.ts';
import { readPeriod, type TypedPeriod } from './period.ts';
import { agenciesOf } from './report-asked.ts';
import { TimelinessPage } from './timeliness-page.tsx';

const text = z.string().max(40).optional().catch(undefined);
const query = z.object({ tu: text, den: text });

/** The leader's question: how many, by which channel, on time? */
export function timelinessRoutes(deps: ReportPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: TIMELINESS_PATH,
      access: { roles: figureReaders },
      query,
      handle: (request) => show(deps, request, request.query),
    }),
  ];
}

async function show(deps: ReportPageDeps, request: RequestContext, typed: TypedPeriod): Promise<Reply> {
  const { legalNow: now } = request;
  const agencies = await agenciesOf(deps, request);
  if (agencies.length === 0) return notFound();
  const period = readPeriod(typed, now);
  const asked = { agencyIds: agencies.map(({ id }) => id), ...period };
  const isAsked = period.refusals.length === 0;
  const counts = isAsked ? await atOneMoment(deps.db, (q) => countTimeliness(q, asked, now)) : [];
  const frame = await deps.deskFrame(request);
  const status = period.refusals.length > 0 ? 422 : 200;
  return page(
    <TimelinessPage frame={frame} agencies={agencies} counts={counts} {...{ period, typed, now }} />,
    status,
  );
}
