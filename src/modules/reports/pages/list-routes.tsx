import { notFound, type Reply, type Route, route } from '#platform/http/route.ts';
import { figureReaders } from '../rules/agencies-seen.ts';
import { type AskedNumber, type AskingNumber, numberQuery, readNumber } from './asked-number.ts';
import { causesList } from './causes-list.tsx';
import { indicesList } from './indices-list.tsx';
import { REPORTS_PATH, type ReportPageDeps } from './page-deps.ts';
import { reportParams } from './report-asked.ts';

type List = (deps: ReportPageDeps, request: AskingNumber, number: AskedNumber) => Promise<Reply>;
const lists: Readonly<Record<string, List>> = { causes: causesList, indices: indicesList };

/** The lists behind the numbers of reports that say more of a dossier than its class. */
export function listRoutes(deps: ReportPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: `${REPORTS_PATH}/:ma/danh-sach`,
      access: { roles: figureReaders },
      params: reportParams,
      query: numberQuery,
      handle: async (request) => {
        const read = await readNumber(deps, request);
        if (read.reply) return read.reply;
        const { asked, line, column } = read.number;
        const list = asked.report.listed?.(line, column) ? lists[asked.report.code] : undefined;
        return list ? list(deps, request, read.number) : notFound();
      },
    }),
  ];
}
