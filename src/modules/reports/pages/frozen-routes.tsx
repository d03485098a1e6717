import { z } from 'zod';
import { auditOrigin } from '#modules/audit/index.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { freezeReport } from '../actions/freeze-report.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import { findFrozen } from '../store/frozen.ts';
import { FROZEN_PATH } from './frozen-list.tsx';
import { FrozenPage } from './frozen-page.tsx';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import { agenciesOf, readAsked, reportParams, reportQuery, type TypedReport } from './report-asked.ts';
import { showReport } from './show-report.tsx';

const form = z.object({ key: z.uuid() });
const frozenParams = z.object({ id: z.uuid() });

/** Freezing a report of a period that is over, and what was frozen beside the same counted now. */
export function frozenRoutes(deps: ReportPageDeps): Route[] {
  const access = { roles: figureReaders };
  return [
    route({
      ...{ method: 'POST', path: `${REPORTS_PATH}/:ma/chot`, access, params: reportParams, form },
      query: z.object(reportQuery),
      handle: (request) => freeze(deps, request),
    }),
    route({
      ...{ method: 'GET', path: `${FROZEN_PATH}/:id`, access, params: frozenParams },
      handle: (request) => show(deps, request),
    }),
  ];
}

type Pressing = Request<z.infer<typeof reportParams>, TypedReport, z.infer<typeof form>>;

async function freeze(deps: ReportPageDeps, request: Pressing): Promise<Reply> {
  const asked = await readAsked(deps, request, request.params.ma, request.query);
  const { actor } = request;
  if (!asked || !actor) return notFound();
  const [refusal] = asked.period.refusals;
  if (refusal) return refusedPage(refusal);
  const press = { actor, origin: auditOrigin(request), key: request.form.key };
  const question = { ...asked.asked, agencyId: asked.agency?.id };
  const frozen = await freezeReport(deps, press, asked.report, question);
  return frozen.ok
    ? redirect(`${FROZEN_PATH}/${frozen.value}`)
    : showReport(deps, request, asked, frozen.refusal);
}

async function show(deps: ReportPageDeps, request: Request<z.infer<typeof frozenParams>>): Promise<Reply> {
  const { t, legalNow } = request;
  const frozen = await findFrozen(deps.db, request.params.id);
  const report = deps.reports.find(({ code }) => code === frozen?.code);
  const agencies = await agenciesOf(deps, request);
  if (!frozen || !report || !agencies.some(({ id }) => id === frozen.agencyId)) return notFound();
  const { from, to, clock, officeCode, table } = frozen;
  const question = { from, to, clock, agencyCode: officeCode ?? undefined, within: table.agencyIds };
  const now = await report.make(deps.db, question, legalNow);
  if (!now.ok) return refusedPage(now.refusal);
  const about =
    officeCode === null
      ? t('reports.form.all-agencies')
      : (agencies.find(({ code }) => code === officeCode)?.name ?? officeCode);
  const frame = await deps.deskFrame(request);
  return page(<FrozenPage {...{ frame, report, frozen, about }} now={now.value} />);
}
