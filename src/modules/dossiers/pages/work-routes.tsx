import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import { listAsked } from '../actions/list-asked.ts';
import { countMovedDates } from '../actions/list-moved-dates.ts';
import { listMyWork, listStandInWork, workOf } from '../actions/list-my-work.ts';
import { countReadyResults } from '../actions/list-ready-results.ts';
import { countTrainingFor } from '../actions/list-training.ts';
import { working } from '../rules/desk-roles.ts';
import { cursorText, type ListCursor, readCursor, workCursor } from '../rules/list-cursor.ts';
import { type DossierLine, workGroups } from '../store/lists.ts';
import { bulkCommandsFor } from './bulk-commands.ts';
import { bulkIds } from './bulk-form.tsx';
import { allLines, sheetOfLines } from './list-sheet.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import type { StandInGroup } from './stand-in-table.tsx';
import { calendarsOf } from './work-calendars.ts';
import { WorkPage } from './work-page.tsx';
import { workLine } from './work-view.ts';

const PAGE = 50;
const keyset = z.string().max(100).optional().catch(undefined);

/** Where the next page begins, and back to the first. */
function steps(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  lines: readonly DossierLine[],
  cursor: (line: DossierLine) => ListCursor,
) {
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const href = (sau: string | undefined) => {
    const pairs = Object.entries({ ...query, sau }).filter((pair): pair is [string, string] =>
      Boolean(pair[1]),
    );
    return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
  };
  return {
    nextHref: last && href(cursorText(cursor(last))),
    firstHref: query['sau'] ? href(undefined) : undefined,
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
    query: z.object({
      nhom: z.enum(workGroups).catch('all'),
      'thu-tuc': z.string().max(100).optional().catch(undefined),
      sau: keyset,
    }),
    handle: async (request) => {
      const { actor } = readerOf(request);
      const { nhom: group, 'thu-tuc': code, sau } = request.query;
      const procedureCode = code || null;
      const now = request.legalNow;
      const question = { group, procedureCode, limit: PAGE, after: readCursor(sau) };
      const { counts, lines, procedures } = await listMyWork(deps.db, actor, now, question);
      const { officeIds } = workOf(actor);
      const calendarOf = await calendarsOf(deps, lines);
      const offices = actor.posts.filter((post) => officeIds.includes(post.officeId));
      return page(
        <WorkPage
          frame={await deps.deskFrame(request)}
          ids={bulkIds(deps, request)}
          commands={bulkCommandsFor(actor)}
          asked={await listAsked(deps.db, actor, now)}
          unfetched={(await countReadyResults(deps.db, actor, now)).unfetched}
          training={await countTrainingFor(deps.db, actor)}
          moved={await countMovedDates(deps.db, actor)}
          instead={await standInGroups(deps, actor, now)}
          offices={[...new Set(offices.map((post) => post.officeName))].join(', ')}
          counts={counts}
          group={group}
          procedureCode={procedureCode}
          procedures={procedures.map(({ code: value, name: label }) => ({ value, label }))}
          lines={lines.map((line) => workLine(calendarOf(line), line, now, actor.accountId))}
          {...steps(
            paths.work,
            { nhom: group === 'all' ? undefined : group, 'thu-tuc': code, sau },
            lines,
            workCursor,
          )}
        />,
      );
    },
  });
}

async function standInGroups(deps: DossierPageDeps, actor: Actor, now: Instant): Promise<StandInGroup[]> {
  const groups = await listStandInWork(deps.db, actor, now, PAGE);
  const calendarOf = await calendarsOf(
    deps,
    groups.flatMap((group) => group.lines),
  );
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) =>
      workLine(calendarOf(line), line, now, group.insteadOf.accountId ?? actor.accountId),
    ),
  }));
}

function workSheetRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.workSheet,
    access: { roles: working },
    query: z.object({
      nhom: z.enum(workGroups).catch('all'),
      'thu-tuc': z.string().max(100).optional().catch(undefined),
    }),
    handle: async (request) => {
      const { t, query } = request;
      const reader = readerOf(request);
      const lines = await allLines(async (last, limit) => {
        const after = last && workCursor(last);
        const question = { group: query.nhom, procedureCode: query['thu-tuc'] || null, limit, after };
        return (await listMyWork(deps.db, reader.actor, request.legalNow, question)).lines;
      });
      return sheetOfLines(deps, t, reader, { name: 'viec-cua-toi', title: t('dossiers.work.title'), lines });
    },
  });
}
