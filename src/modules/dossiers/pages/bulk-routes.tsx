import { z } from 'zod';
import { refused } from '#kernel/refusal.ts';
import { page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { actOnMany } from '../actions/bulk.ts';
import { working } from '../rules/desk-roles.ts';
import { actOf, bulkCommands } from './bulk-commands.ts';
import { BulkDonePage } from './bulk-done-page.tsx';
import { chosenIn, chosenLines } from './chosen-lines.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { seenStandIns } from './seen-stand-ins.tsx';

const form = z.object({
  lam: z.enum(bulkCommands),
  key: z.uuid(),
  chon: chosenLines,
  ma: typedField,
  thay: typedField,
});

/** Many dossiers with one press; what was refused is said line by line. */
export function bulkRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'POST',
      path: paths.bulk,
      access: { roles: working },
      form,
      invalid: () => redirect(paths.work),
      handle: async (request) => {
        const { lam: command, key, chon, ma, thay } = request.form;
        const chosen = chosenIn(chon);
        if (chosen.length === 0) return refusedPage(refused('dossiers/nothing-chosen').refusal);
        const reader = readerOf(request);
        if (command === 'decide') {
          const confirmed = await deps.confirmCode(request, ma);
          if (!confirmed.ok) return refusedPage(confirmed.refusal);
        }
        const done = await actOnMany(deps, { ...reader, key, ...seenStandIns(thay) }, chosen, actOf(command));
        return page(<BulkDonePage frame={await deps.deskFrame(request)} command={command} lines={done} />);
      },
    }),
  ];
}
