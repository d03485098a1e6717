import { dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, listPeopleOfOffice } from '#modules/identity/index.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { type LoadLine, listLoad } from '../store/load.ts';
import { heldRoutes } from './held-routes.tsx';
import { leaders, placesOf } from './led-places.ts';
import { type LoadRow, OverviewPage } from './overview-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

/** What is late, and who has too much: the agency for its leaders, the own office for a unit leader. */
export function overviewRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.overview,
      access: { roles: leaders },
      handle: async (request) => {
        const { actor } = readerOf(request);
        const lines: LoadLine[] = [];
        for (const place of placesOf(actor))
          lines.push(...(await listLoad(deps.db, place, request.legalNow)));
        return page(
          <OverviewPage frame={await deps.deskFrame(request)} rows={await named(deps, request, lines)} />,
        );
      },
    }),
    ...heldRoutes(deps),
  ];
}

async function named(
  deps: DossierPageDeps,
  request: RequestContext,
  lines: readonly LoadLine[],
): Promise<LoadRow[]> {
  const on = dateOf(request.legalNow);
  const offices = new Map((await listOfficesInForce(deps.db, on)).map(({ id, name }) => [id, name]));
  const people = new Map<string, string>();
  for (const officeId of new Set(lines.map((line) => line.officeId)))
    for (const { accountId, name } of await listPeopleOfOffice(deps.db, officeId, on))
      people.set(accountId, name);
  return lines.map((line) => ({
    ...line,
    officeName: offices.get(line.officeId) ?? '',
    personName: line.accountId === null ? null : (people.get(line.accountId) ?? ''),
  }));
}
