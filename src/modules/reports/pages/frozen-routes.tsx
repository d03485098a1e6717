import { z } from 'zod';
import { auditOrigin } from '#modules/audit/index.ts';
import { atOneMoment } from '#platform/db/database.ts';
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
import { paperReply, sheetReply } from './report-files.ts';
import { showReport } from './show-report.tsx';

const form = z.object({ key: z.uuid(), 'so-lieu': z.string().max(64).catch('') });
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
    route({
      ...{ method: 'GET', path: `${FROZEN_PATH}/:id/bieu.xlsx`, access, params: frozenParams },
      handle: (request) => file(deps, request, 'xlsx'),
    }),
    route({
      ...{ method: 'GET', path: `${FROZEN_PATH}/:id/bieu.pdf`, access, params: frozenParams },
      handle: (request) => file(deps, request, 'pdf'),
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
  const press = {
    actor,
    origin: auditOrigin(request),
    key: request.form.key,
    shown: request.form['so-lieu'],
  };
  const question = { ...asked.asked, agencyId: asked.owner.id };
  const frozen = await freezeReport(deps, press, asked.report, question);
  return frozen.ok
    ? redirect(`${FROZEN_PATH}/${frozen.value}`)
    : showReport(deps, request, asked, frozen.refusal);
}

type Asking = Request<z.infer<typeof frozenParams>>;

/** A frozen report of an agency whose figures this person reads, with what it asked. */
async function frozenOf(deps: ReportPageDeps, request: Asking) {
  const frozen = await findFrozen(deps.db, request.params.id);
  const report = deps.reports.find(({ code }) => code === frozen?.code);
  const agencies = await agenciesOf(deps, request);
  const owner = agencies.find(({ id }) => id === frozen?.agencyId);
  if (!frozen || !report || !owner) return undefined;
  const { from, to, clock, officeCode, table } = frozen;
  const asked = { from, to, clock, agencyCode: officeCode ?? undefined, within: table.agencyIds };
  return { frozen, report, asked, owner, agency: agencies.find(({ code }) => code === officeCode) };
}

async function show(deps: ReportPageDeps, request: Asking): Promise<Reply> {
  const found = await frozenOf(deps, request);
  if (!found) return notFound();
  const { frozen, report, asked, agency } = found;
  const now = await atOneMoment(deps.db, (q) => report.make(q, asked, request.legalNow));
  if (!now.ok) return refusedPage(now.refusal);
  const about = agency?.name ?? frozen.officeCode ?? request.t('reports.form.all-agencies');
  const frame = await deps.deskFrame(request);
  return page(<FrozenPage {...{ frame, report, frozen, about }} now={now.value} />);
}

/** The numbers as they were given away, as a file. */
async function file(deps: ReportPageDeps, request: Asking, kind: 'xlsx' | 'pdf'): Promise<Reply> {
  const found = await frozenOf(deps, request);
  if (!found) return notFound();
  const { frozen, report, asked, owner } = found;
  const { t } = request;
  const { table } = frozen;
  const written = { t, report, asked, table, office: owner.name, now: table.at, frozen };
  return kind === 'xlsx' ? sheetReply(written) : paperReply(deps, written);
}
