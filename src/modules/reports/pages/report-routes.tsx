import { z } from 'zod';
import { atOneMoment } from '#platform/db/database.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type RequestContext,
  type Route,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import { listFrozen } from '../store/frozen.ts';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import { agenciesOf, readAsked, reportParams, reportQuery, type TypedReport } from './report-asked.ts';
import { paperReply, type ReportToWrite, sheetReply } from './report-files.ts';
import { ReportsPage } from './reports-page.tsx';
import { showReport } from './show-report.tsx';

const MOST_FROZEN = 50;
type Asking = Request<z.infer<typeof reportParams>, TypedReport>;

/** A report as page, sheet and paper. */
export function reportPageRoutes(deps: ReportPageDeps): Route[] {
  const get = {
    method: 'GET',
    access: { roles: figureReaders },
    params: reportParams,
    query: z.object(reportQuery),
  } as const;
  const { method, access } = get;
  return [
    route({ method, access, path: REPORTS_PATH, handle: (request) => showAll(deps, request) }),
    route({ ...get, path: `${REPORTS_PATH}/:ma`, handle: (request) => show(deps, request) }),
    route({ ...get, path: `${REPORTS_PATH}/:ma/bieu.xlsx`, handle: (request) => sheet(deps, request) }),
    route({ ...get, path: `${REPORTS_PATH}/:ma/bieu.pdf`, handle: (request) => print(deps, request) }),
  ];
}

async function show(deps: ReportPageDeps, request: Asking): Promise<Reply> {
  const asked = await readAsked(deps, request, request.params.ma, request.query);
  return asked ? showReport(deps, request, asked, null) : notFound();
}

async function showAll(deps: ReportPageDeps, request: RequestContext): Promise<Reply> {
  const agencies = await agenciesOf(deps, request);
  if (agencies.length === 0) return notFound();
  const ids = agencies.map(({ id }) => id);
  const frozen = await listFrozen(deps.db, ids, null, MOST_FROZEN);
  const frame = await deps.deskFrame(request);
  return page(<ReportsPage frame={frame} reports={deps.reports} frozen={frozen} />);
}

/** The report made, to be written; or the answer instead. */
async function madeOf(
  deps: ReportPageDeps,
  request: Asking,
): Promise<{ readonly reply: Reply } | { readonly reply?: undefined; readonly made: ReportToWrite }> {
  const { t, legalNow: now } = request;
  const question = await readAsked(deps, request, request.params.ma, request.query);
  if (!question) return { reply: notFound() };
  const { report, asked, owner, period } = question;
  const [refusal] = period.refusals;
  if (refusal) return { reply: refusedPage(refusal) };
  const made = await atOneMoment(deps.db, (q) => report.make(q, asked, now));
  if (!made.ok) return { reply: refusedPage(made.refusal) };
  return { made: { t, report, asked, table: made.value, office: owner.name, now } };
}

async function sheet(deps: ReportPageDeps, request: Asking): Promise<Reply> {
  const read = await madeOf(deps, request);
  return read.reply ?? sheetReply(read.made);
}

async function print(deps: ReportPageDeps, request: Asking): Promise<Reply> {
  const read = await madeOf(deps, request);
  return read.reply ?? paperReply(deps, read.made);
}
