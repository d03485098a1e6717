import { z } from 'zod';
import { bytes, notFound, page, type Reply, type Request, type Route, route } from '#platform/http/route.ts';
import { XLSX } from '#platform/sheets/write-sheet.ts';
import { quarterState } from '../actions/quarter.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles } from '../rules/access.ts';
import { daysOf, quarterName } from '../rules/quarter.ts';
import { paths } from './paths.ts';
import { officeAsked, quarterAsked, quarterQuery } from './quarter-asked.ts';
import { QuarterDetailPage } from './quarter-detail-page.tsx';
import { detailKinds } from './quarter-lines.ts';
import { everyLine, exemptedBehind, movementsBehind } from './quarter-list.ts';
import { sheetOfExempted, sheetOfFigures, sheetOfMovements } from './quarter-sheet.ts';

const query = z.object({
  ...quarterQuery,
  loai: z.enum(detailKinds).catch('all'),
  'thu-tuc': z
    .string()
    .regex(/^\d\.\d{6}$/)
    .optional()
    .catch(undefined),
  sau: z.string().max(100).optional().catch(undefined),
});
type Asked = Request<unknown, z.infer<typeof query>, unknown>;
const PAGE = 200;

/** The lists behind the numbers of a quarter, page by page, and the numbers and each list as a sheet. */
export function quarterDetailRoutes(deps: CashPageDeps): Route[] {
  const get = { method: 'GET', access: { roles: cashRoles }, query } as const;
  return [
    route({ ...get, path: paths.quarterDetails, handle: (request) => detail(deps, request) }),
    route({
      ...get,
      path: `${paths.quarterDetails}.xlsx`,
      handle: (request) => detailSheet(deps, request),
    }),
    route({ ...get, path: `${paths.quarter}.xlsx`, handle: (request) => figuresSheet(deps, request) }),
  ];
}

/** Undefined for a one-stop that is not this person's. */
function readAsked(request: Asked) {
  const { quy, loai: kind, 'bo-phan': office, 'thu-tuc': code } = request.query;
  const asked = officeAsked(request, office);
  if (!asked) return undefined;
  const { officeId, at, choices } = asked;
  const quarter = quarterAsked(request, quy);
  const officeName = choices.find(({ value }) => value === officeId)?.label;
  return {
    officeId,
    officeName,
    address: { quarter, at },
    days: { officeId, ...daysOf(quarter) },
    kind,
    code,
  };
}

async function detail(deps: CashPageDeps, request: Asked): Promise<Reply> {
  const asked = readAsked(request);
  if (!asked) return notFound();
  const { days, kind, code, address, officeName } = asked;
  const { sau: after } = request.query;
  const exempted = kind === 'exempted' ? exemptedBehind(deps.db, days) : null;
  const movements = kind === 'exempted' ? null : movementsBehind(deps.db, days, { kind, code });
  const view = {
    frame: await deps.deskFrame(request),
    ...{ address, officeName, kind, code, after },
    all: (await (exempted ?? movements)?.count()) ?? 0,
    exempted: exempted && (await exempted.part(after, PAGE)),
    movements: movements && (await movements.part(after, PAGE)),
  };
  return page(<QuarterDetailPage view={view} />);
}

async function detailSheet(deps: CashPageDeps, request: Asked): Promise<Reply> {
  const asked = readAsked(request);
  if (!asked) return notFound();
  const { t } = request;
  const { days, kind, code, address } = asked;
  const title = t(`cash.quarter.detail-${kind}`);
  const sheet =
    kind === 'exempted'
      ? await sheetOfExempted(t, title, await everyLine(exemptedBehind(deps.db, days)))
      : await sheetOfMovements(t, title, await everyLine(movementsBehind(deps.db, days, { kind, code })));
  return bytes(sheet, XLSX, `thu-phi-${quarterName(address.quarter)}-${kind}.xlsx`);
}

async function figuresSheet(deps: CashPageDeps, request: Asked): Promise<Reply> {
  const asked = readAsked(request);
  if (!asked) return notFound();
  const { t } = request;
  const { officeId, address } = asked;
  const { quarter } = address;
  const { figures } = await quarterState(deps.db, officeId, quarter);
  const title = t('cash.quarter.title', { nth: quarter.nth, year: quarter.year });
  return bytes(await sheetOfFigures(t, title, figures), XLSX, `thu-phi-${quarterName(quarter)}.xlsx`);
}
