import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import { agenciesOf, readPeriod } from '#modules/reports/index.ts';
import { notFound, page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { askLogWays } from '../actions/ask-log-ways.ts';
import { askWays } from '../actions/ask-ways.ts';
import { findLog, listLogs } from '../store/logs.ts';
import { countProcedures } from '../store/ways.ts';
import { LogPage } from './log-page.tsx';
import { type FlowPageDeps, keptAgencies, WAYS_PATH, wayReaders } from './page-deps.ts';
import type { TypedWays } from './ways-form.tsx';
import { WaysPage } from './ways-page.tsx';

export { type FlowPageDeps, WAYS_PATH, wayReaders } from './page-deps.ts';

const text = z.string().max(100).optional().catch(undefined);
const query = z.object({ tu: text, den: text, 'thu-tuc': text, 'co-quan': text });
const logQuery = z.object({ ten: z.string().max(100).catch('') });

/** How do dossiers really go, and how does another system's log? */
export function flowRoutes(deps: FlowPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: WAYS_PATH,
      access: { roles: wayReaders },
      query,
      handle: (request) => showWays(deps, request, request.query),
    }),
    route({
      method: 'GET',
      path: `${WAYS_PATH}/nhat-ky`,
      access: { roles: wayReaders },
      query: logQuery,
      handle: (request) => showLog(deps, request, request.query.ten),
    }),
  ];
}

async function showWays(deps: FlowPageDeps, request: RequestContext, typed: TypedWays): Promise<Reply> {
  const { db } = deps;
  const { legalNow: now } = request;
  const agencies = await agenciesToSee(deps, request);
  if (agencies.length === 0) return notFound();
  const chosen = agencies.filter(({ id }) => id === typed['co-quan']);
  const period = readPeriod(typed, now);
  const isWrong = period.refusals.length > 0;
  const asked = { agencyIds: (chosen.length > 0 ? chosen : agencies).map(({ id }) => id), ...period };
  const procedures = isWrong ? [] : await countProcedures(db, asked);
  const procedureCode = typed['thu-tuc'];
  const ways =
    procedureCode && !isWrong ? await askWays(db, { ...asked, procedureCode }, deps.calendarFor) : null;
  const [frame, logs] = [await deps.deskFrame(request), await listLogs(db)];
  const props = { frame, agencies, procedures, period, typed, ways, logs, now };
  return page(<WaysPage {...props} />, isWrong ? 422 : 200);
}

async function showLog(deps: FlowPageDeps, request: RequestContext, name: string): Promise<Reply> {
  const log = await findLog(deps.db, 'name', name);
  if (!log) return notFound();
  const ways = await askLogWays(deps.db, name);
  return page(<LogPage frame={await deps.deskFrame(request)} log={log} ways={ways} />);
}

/** Those whose figures a person reads, and those whose system a person keeps. */
async function agenciesToSee(deps: FlowPageDeps, request: RequestContext): Promise<OfficeInForce[]> {
  const read = await agenciesOf(deps, request);
  const kept = request.actor ? keptAgencies(request.actor) : [];
  if (kept.every((id) => read.some((agency) => agency.id === id))) return read;
  const all = await listOfficesInForce(deps.db, dateOf(request.legalNow));
  return all.filter(({ id }) => kept.includes(id) || read.some((agency) => agency.id === id));
}
