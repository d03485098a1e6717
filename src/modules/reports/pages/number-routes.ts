import { notFound, type Reply, type Route, route } from '#platform/http/route.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import {
  type AskedNumber,
  type AskingNumber,
  type NumberPath,
  numberQuery,
  readNumber,
} from './asked-number.ts';
import { behindList } from './behind-list.tsx';
import { causesList } from './causes-list.tsx';
import { indicesList } from './indices-list.tsx';
import { itemsList } from './items-list.tsx';
import type { As } from './number-list.tsx';
import { asOneMoment } from './one-moment.ts';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import { reportParams } from './report-asked.ts';

type List = (deps: ReportPageDeps, request: AskingNumber, number: AskedNumber, as: As) => Promise<Reply>;

/** Those of reports that say more of a dossier than its class. */
const lists: Readonly<Record<string, List>> = { causes: causesList, indices: indicesList };

/** What a number of a report counts, as a page and as a sheet. */
export function numberRoutes(deps: ReportPageDeps): Route[] {
  const get = {
    method: 'GET',
    access: { roles: figureReaders },
    params: reportParams,
    query: numberQuery,
  } as const;
  const answer = (path: NumberPath, as: As) => (request: AskingNumber) =>
    asOneMoment(deps, request, async (seen) => {
      const read = await readNumber(seen, request);
      if (read.reply) return read.reply;
      const list = listOf(read.number, path);
      return list ? list(seen, request, read.number, as) : notFound();
    });
  return (['/ho-so', '/danh-sach'] as const).flatMap((path) => [
    route({ ...get, path: `${REPORTS_PATH}/:ma${path}`, handle: answer(path, 'page') }),
    route({ ...get, path: `${REPORTS_PATH}/:ma${path}.xlsx`, handle: answer(path, 'sheet') }),
  ]);
}

function listOf({ asked: { report }, line, column }: AskedNumber, path: NumberPath): List | undefined {
  if (path === '/danh-sach') return report.listed?.(line, column) ? lists[report.code] : undefined;
  return report.items ? itemsList : behindList;
}
