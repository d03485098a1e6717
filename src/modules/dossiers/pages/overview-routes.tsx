import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, listPeopleOfOffice } from '#modules/identity/index.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { type LoadLine, listLoad } from '../store/load.ts';
import { type LoadRow, OverviewPage } from './overview-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

/** What is late, and who has too much: the agency for its leaders, the own office for a unit leader. */
export function overviewRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.overview,
      access: { roles: ['signing-leader', 'unit-leader', 'one-stop-head'] },
      handle: async (request) => {
        const { actor } = readerOf(request);
        const lines: LoadLine[] = [];
        for (const { agencyId, officeIds } of placesOf(actor))
          lines.push(...(await listLoad(deps.db, agencyId, officeIds, request.legalNow)));
        return page(
          <OverviewPage frame={await deps.deskFrame(request)} rows={await named(deps, request, lines)} />,
        );
      },
    }),
  ];
}

function placesOf({ posts }: Actor) {
  const led = posts.filter(({ role }) => ['signing-leader', 'unit-leader', 'one-stop-head'].includes(role));
  const whole = new Set(led.filter((post) => post.leads).map((post) => post.agencyId));
  const own = Map.groupBy(
    led.filter((post) => !whole.has(post.agencyId)),
    (post) => post.agencyId,
  );
  return [
    ...[...whole].map((agencyId) => ({ agencyId, officeIds: null })),
    ...[...own].map(([agencyId, some]) => ({ agencyId, officeIds: some.map((post) => post.officeId) })),
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
