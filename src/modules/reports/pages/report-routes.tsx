import { z } from 'zod';
import {
  bytes,
  notFound,
  page,
  type Reply,
  type Request,
  type RequestContext,
  type Route,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { XLSX } from '#platform/sheets/write-sheet.ts';
import { layoutOf } from '../papers/report-layout.ts';
import { REPORT_TEMPLATE, reportPrint } from '../papers/report-print.ts';
import { sheetOfReport } from '../papers/report-sheet.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import { listFrozen } from '../store/frozen.ts';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import {
  type AskedReport,
  agenciesOf,
  readAsked,
  reportParams,
  reportQuery,
  type TypedReport,
} from './report-asked.ts';
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

/** The report made, with what it says; or the answer instead. */
async function madeOf(deps: ReportPageDeps, request: Asking) {
  const asked = await readAsked(deps, request, request.params.ma, request.query);
  if (!asked) return { reply: notFound() };
  const [refusal] = asked.period.refusals;
  if (refusal) return { reply: refusedPage(refusal) };
  const made = await asked.report.make(deps.db, asked.asked, request.legalNow);
  if (!made.ok) return { reply: refusedPage(made.refusal) };
  const layout = layoutOf(request.t, asked.report, asked.asked, made.value);
  return { asked, table: made.value, layout };
}

const fileName = ({ report, asked }: AskedReport, ending: string) =>
  `${report.slug}-${asked.from}-${asked.to}.${ending}`;

async function sheet(deps: ReportPageDeps, request: Asking): Promise<Reply> {
  const made = await madeOf(deps, request);
  if (made.reply) return made.reply;
  const { asked, layout } = made;
  const file = await sheetOfReport(request.t, layout, asked.owner.name);
  return bytes(file, XLSX, fileName(asked, 'xlsx'));
}

async function print(deps: ReportPageDeps, request: Asking): Promise<Reply> {
  const made = await madeOf(deps, request);
  if (made.reply) return made.reply;
  const { asked, layout, table } = made;
  const data = reportPrint({
    ...{ layout, columns: table.columns, words: asked.report.words(request.t) },
    ...{ office: asked.owner.name, printedAt: request.legalNow, demo: deps.demo },
  });
  return bytes(await deps.renderer.render(REPORT_TEMPLATE, data), 'application/pdf', fileName(asked, 'pdf'));
}
