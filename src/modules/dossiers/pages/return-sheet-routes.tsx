import { z } from 'zod';
import { notFound, page, type Route, route } from '#platform/http/route.ts';
import { type ReadSheet, readReturnSheet } from '../actions/read-return-sheet.ts';
import { working } from '../rules/desk-roles.ts';
import type { EventOf } from '../rules/event.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { ReturnSheetPage, type SheetLine } from './return-sheet-page.tsx';

/** The sheet of several results that one person took. */
export function returnSheetRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.returnSheet(':id'),
      access: { roles: working },
      params: z.object({ id: z.string().max(60) }),
      handle: async (request) => {
        const id = z.uuid().safeParse(request.params.id);
        const found = id.success && (await readReturnSheet(deps, readerOf(request, 'page'), id.data));
        if (!found) return notFound();
        const read = found.lines.flatMap((line) => line.read ?? []);
        const unpaid = await deps.unpaid?.of(read.map(({ dossier }) => dossier.id));
        const lines = found.lines.map((line) => lineOf(line, unpaid ?? new Map()));
        const frame = await deps.deskFrame(request);
        return page(<ReturnSheetPage {...{ frame, lines, sheet: found.sheet }} />);
      },
    }),
  ];
}

function lineOf(
  { number, read }: ReadSheet['lines'][number],
  unpaid: ReadonlyMap<string, number>,
): SheetLine {
  if (!read) return { number, read: null };
  const { dossier, events } = read;
  const handedOver = events.findLast(
    (event): event is EventOf<'handed-over'> => event.type === 'handed-over',
  );
  return { number, read: { dossier, handedOver, unpaid: unpaid.get(dossier.id) ?? 0 } };
}
