import { z } from 'zod';
import { type Actor, covers, postsWithRole } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { listOfficesInForce, listPeopleOfOffice } from '#modules/identity/index.ts';
import { page, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { cursorText, readCursor } from '../rules/list-cursor.ts';
import { type LateFilter, type LedPlace, type LoadLine, listLate, listLoad } from '../store/load.ts';
import { hrefOf } from './list-order.ts';
import { ListPage } from './list-page.tsx';
import { type LoadRow, NOBODY, OverviewPage } from './overview-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

const leaders = ['signing-leader', 'unit-leader', 'one-stop-head'] as const;
const PAGE = 50;

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
    lateRoute(deps),
  ];
}

const lateQuery = z.object({
  'don-vi': z.uuid().optional().catch(undefined),
  nguoi: z.uuid().or(z.literal(NOBODY)).optional().catch(undefined),
  sau: z.string().max(200).optional().catch(undefined),
});

/** From the figure to the dossiers behind it. */
function lateRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.late,
    access: { roles: leaders },
    query: lateQuery,
    handle: async (request) => {
      const { t, query, legalNow: now } = request;
      const filter: LateFilter = {
        officeId: query['don-vi'] ?? null,
        accountId: query.nguoi === NOBODY ? 'nobody' : (query.nguoi ?? null),
      };
      const after = readCursor(query.sau);
      const lines = await listLate(deps.db, placesOf(readerOf(request).actor), filter, {
        now,
        after,
        limit: PAGE,
      });
      const last = lines.length === PAGE ? lines.at(-1) : undefined;
      const next = last && cursorText({ rank: 0, at: last.dueAt, id: last.id });
      return page(
        <ListPage
          frame={await deps.deskFrame(request)}
          title={t('dossiers.overview.late-title')}
          note={t('dossiers.overview.late-note')}
          lines={lines}
          empty={{ title: t('dossiers.overview.late-none'), note: t('dossiers.overview.late-none-note') }}
          firstHref={after ? hrefOf(paths.late, { ...query, sau: undefined }) : undefined}
          nextHref={next && hrefOf(paths.late, { ...query, sau: next })}
        />,
      );
    },
  });
}

function placesOf(actor: Actor): LedPlace[] {
  const led = postsWithRole(actor, leaders).filter((post) => covers(post));
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
