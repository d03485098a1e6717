import { z } from 'zod';
import { notFound, page, type Route, route } from '#platform/http/route.ts';
import { readDossier } from '../actions/read-dossier.ts';
import { working } from '../rules/desk-roles.ts';
import { nameOf } from '../rules/dossier.ts';
import type { EventOf } from '../rules/event.ts';
import { findReturnSheet } from '../store/return-sheets.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { ReturnSheetPage, type SheetLine } from './return-sheet-page.tsx';

/** The sheet of several results that one person took; whoever may not see all its dossiers is told there is none. */
export function returnSheetRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.returnSheet(':id'),
      access: { roles: working },
      params: z.object({ id: z.string().max(60) }),
      handle: async (request) => {
        const id = z.uuid().safeParse(request.params.id);
        const sheet = id.success ? await findReturnSheet(deps.db, id.data) : undefined;
        if (!sheet) return notFound();
        const lines: SheetLine[] = [];
        for (const number of sheet.numbers) {
          const read = await readDossier(deps, readerOf(request, 'page'), number);
          if (!read.ok) return notFound();
          const { dossier, events } = read.value;
          const handedOver = events.findLast(
            (event): event is EventOf<'handed-over'> => event.type === 'handed-over',
          );
          lines.push({ dossier, name: nameOf(dossier), unpaid: 0, handedOver });
        }
        const unpaid = await deps.unpaid?.of(lines.map(({ dossier }) => dossier.id));
        return page(
          <ReturnSheetPage
            frame={await deps.deskFrame(request)}
            sheet={sheet}
            lines={lines.map((line) => ({ ...line, unpaid: unpaid?.get(line.dossier.id) ?? 0 }))}
          />,
        );
      },
    }),
  ];
}
