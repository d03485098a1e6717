import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { listAsked } from '../actions/list-asked.ts';
import { countMovedDates } from '../actions/list-moved-dates.ts';
import { listMyWork, listStandInWork, workOf } from '../actions/list-my-work.ts';
import { countReadyResults } from '../actions/list-ready-results.ts';
import { countTrainingFor } from '../actions/list-training.ts';
import { working } from '../rules/desk-roles.ts';
import { cursorText, readCursor, workCursor } from '../rules/list-cursor.ts';
import { type SortColumn, sortedPlace } from '../rules/list-sort.ts';
import { type DossierLine, workGroups } from '../store/lists.ts';
import { bulkCommandsFor } from './bulk-commands.ts';
import { bulkIds } from './bulk-form.tsx';
import { hrefOf, orderQuery, placeText, readOrder, readSort, sortLinks } from './list-order.ts';
import { allLines, sheetOfLines } from './list-sheet.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { riskView } from './risk-view.tsx';
import type { StandInGroup } from './stand-in-table.tsx';
import { calendarsOf } from './work-calendars.ts';
import { WorkPage } from './work-page.tsx';
import { workLine } from './work-view.ts';

const PAGE = 50;
const columns: readonly SortColumn[] = ['due', 'number', 'procedure', 'applicant', 'received', 'risk'];

const workQuery = z.object({
  nhom: z.enum(workGroups).catch('all'),
  'thu-tuc': z.string().max(100).optional().catch(undefined),
  ...orderQuery,
});

/** Where the next page begins, back to the first, and the other orders. */
function steps(
  deps: DossierPageDeps,
  query: z.infer<typeof workQuery>,
  lines: readonly DossierLine[],
  now: Instant,
) {
  const kept = { ...query, nhom: query.nhom === 'all' ? undefined : query.nhom };
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const sort = readSort(query.xep, columns);
  const place = last && (sort ? placeText(deps, sort, last) : cursorText(workCursor(last, now)));
  return {
    nextHref: place && hrefOf(paths.work, { ...kept, sau: place }),
    firstHref: query.sau ? hrefOf(paths.work, { ...kept, sau: undefined }) : undefined,
    order: { sortOf: sortLinks(paths.work, kept, columns), columns, xep: sort ? query.xep : undefined },
  };
}

function questionOf(deps: DossierPageDeps, query: z.infer<typeof workQuery>) {
  return {
    group: query.nhom,
    procedureCode: query['thu-tuc'] || null,
    after: readCursor(query.sau),
    sorted: readOrder(deps, query, columns),
  };
}

export function workRoutes(deps: DossierPageDeps): Route[] {
  return [myWorkRoute(deps), workSheetRoute(deps)];
}

function myWorkRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.work,
    access: { roles: working },
    query: workQuery,
    handle: async (request) => {
      const { actor } = readerOf(request);
      const now = request.legalNow;
      const question = { ...questionOf(deps, request.query), limit: PAGE };
      const { counts, lines, procedures } = await listMyWork(deps.db, actor, now, question);
      const { officeIds } = workOf(actor);
      const calendarOf = await calendarsOf(deps, lines);
      const offices = actor.posts.filter((post) => officeIds.includes(post.officeId));
      return page(
        <WorkPage
          frame={await deps.deskFrame(request)}
          startLines={await deps.startLines?.(request)}
          ids={bulkIds(deps, request)}
          commands={bulkCommandsFor(actor)}
          asked={await listAsked(deps.db, actor, now)}
          unfetched={(await countReadyResults(deps.db, actor, now)).unfetched}
          training={await countTrainingFor(deps.db, actor)}
          moved={await countMovedDates(deps.db, actor)}
          instead={await standInGroups(deps, request.t, actor, now)}
          offices={[...new Set(offices.map((post) => post.officeName))].join(', ')}
          counts={counts}
          group={question.group}
          procedureCode={question.procedureCode}
          procedures={procedures.map(({ code: value, name: label }) => ({ value, label }))}
          lines={lines.map((line) => workLine(request.t, calendarOf(line), line, now, actor.accountId))}
          {...steps(deps, request.query, lines, now)}
        />,
      );
    },
  });
}

async function standInGroups(
  deps: DossierPageDeps,
  t: Words,
  actor: Actor,
  now: Instant,
): Promise<StandInGroup[]> {
  const groups = await listStandInWork(deps.db, actor, now, PAGE);
  const calendarOf = await calendarsOf(
    deps,
    groups.flatMap((group) => group.lines),
  );
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) =>
      workLine(t, calendarOf(line), line, now, group.insteadOf.accountId ?? actor.accountId),
    ),
  }));
}

function workSheetRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.workSheet,
    access: { roles: working },
    query: workQuery,
    handle: async (request) => {
      const { t, query } = request;
      const reader = readerOf(request);
      const lines = await allLines(async (last, limit) => {
        const { sorted, ...asked } = questionOf(deps, query);
        const question = {
          ...asked,
          limit,
          after: last && workCursor(last, request.legalNow),
          sorted: sorted && { ...sorted, place: last && sortedPlace(sorted.sort, last) },
        };
        return (await listMyWork(deps.db, reader.actor, request.legalNow, question)).lines;
      });
      const calendarOf = await calendarsOf(deps, lines);
      const riskOf = (line: DossierLine) =>
        riskView(t, calendarOf(line), line, line.risk, request.legalNow)?.said ?? '';
      const title = t('dossiers.work.title');
      return sheetOfLines(deps, t, reader, { name: 'viec-cua-toi', title, lines, riskOf });
    },
  });
}
