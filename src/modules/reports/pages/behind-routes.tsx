import { bytes, notFound, page, type Reply, type Route, route } from '#platform/http/route.ts';
import { XLSX } from '#platform/sheets/write-sheet.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import { countBehind, listBehind } from '../store/behind.ts';
import {
  type AskedNumber,
  type AskingNumber,
  behindOf,
  numberQuery,
  placeIn,
  readNumber,
} from './asked-number.ts';
import { BehindPage } from './behind-page.tsx';
import { sheetBehind } from './behind-sheet.ts';
import { ItemsPage } from './items-page.tsx';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import { reportParams } from './report-asked.ts';

const PAGE = 50;

/** The dossiers behind a number of a report, or what else it counts; the dossiers also as a sheet. */
export function behindRoutes(deps: ReportPageDeps): Route[] {
  const get = {
    method: 'GET',
    access: { roles: figureReaders },
    params: reportParams,
    query: numberQuery,
  } as const;
  return [
    route({ ...get, path: `${REPORTS_PATH}/:ma/ho-so`, handle: (request) => show(deps, request) }),
    route({ ...get, path: `${REPORTS_PATH}/:ma/ho-so.xlsx`, handle: (request) => sheet(deps, request) }),
  ];
}

async function show(deps: ReportPageDeps, request: AskingNumber): Promise<Reply> {
  const read = await readNumber(deps, request);
  if (read.reply) return read.reply;
  return read.number.asked.report.items
    ? showItems(deps, request, read.number)
    : showDossiers(deps, request, read.number);
}

async function showItems(deps: ReportPageDeps, request: AskingNumber, number: AskedNumber): Promise<Reply> {
  const { asked, line, column } = number;
  const items = await asked.report.items?.(deps.db, asked.asked, { line, column }, request.legalNow);
  if (!items?.ok) return notFound();
  const frame = await deps.deskFrame(request);
  return page(<ItemsPage {...{ frame, asked, line, column, now: request.legalNow }} items={items.value} />);
}

async function showDossiers(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
): Promise<Reply> {
  const { asked, line, column } = number;
  const selection = asked.report.behind?.(column);
  if (!selection) return notFound();
  const { behind, readable } = await behindOf(deps, request, number, selection);
  const after = placeIn(request.query.sau);
  const counted = await countBehind(deps.db, behind, readable);
  const found = await listBehind(deps.db, behind, readable, { after, limit: PAGE + 1 });
  const view = { line, column, counted, lines: found.slice(0, PAGE), hasMore: found.length > PAGE };
  const frame = await deps.deskFrame(request);
  return page(<BehindPage {...{ frame, asked, now: request.legalNow, isFirst: after === null, ...view }} />);
}

async function sheet(deps: ReportPageDeps, request: AskingNumber): Promise<Reply> {
  const read = await readNumber(deps, request);
  if (read.reply) return read.reply;
  const { asked, line, column } = read.number;
  const selection = asked.report.behind?.(column);
  if (!selection) return notFound();
  const { behind, readable } = await behindOf(deps, request, read.number, selection);
  const words = asked.report.words(request.t, asked.asked.clock);
  const title = request.t('reports.behind.title', { line: words.label(line), column: words.column(column) });
  const file = await sheetBehind(deps.db, request.t, title, { behind, readable });
  return bytes(file, XLSX, `${asked.report.slug}-ho-so.xlsx`);
}
