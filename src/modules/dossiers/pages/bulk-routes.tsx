import { z } from 'zod';
import { refused } from '#kernel/refusal.ts';
import { page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { actOnMany, type Chosen } from '../actions/bulk.ts';
import { working } from '../rules/desk-roles.ts';
import { actOf, bulkCommands } from './bulk-commands.ts';
import { BulkDonePage } from './bulk-done-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

const MOST = 200;
const lines = z.union([z.string().max(120), z.array(z.string().max(120)).max(MOST)]).optional();
const form = z.object({
  lam: z.enum(bulkCommands),
  key: z.uuid(),
  chon: lines,
  ma: typedField,
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
        const { lam: command, key, chon, ma } = request.form;
        const chosen = [chon ?? []].flat().flatMap(chosenOf);
        if (chosen.length === 0) return refusedPage(refused('dossiers/nothing-chosen').refusal);
        const reader = readerOf(request);
        if (command === 'decide') {
          const confirmed = await deps.confirmCode(request, ma);
          if (!confirmed.ok) return refusedPage(confirmed.refusal);
        }
        const done = await actOnMany(deps, { ...reader, key }, chosen, actOf(command));
        return page(<BulkDonePage frame={await deps.deskFrame(request)} command={command} lines={done} />);
      },
    }),
  ];
}

/** `12~000.00.11.H20-220725-0001`: how much of the history was shown, and which dossier. */
function chosenOf(text: string): Chosen[] {
  const [, seq, number] = /^(\d{1,6})~(.{1,100})$/.exec(text) ?? [];
  return seq && number ? [{ number, seenSeq: Number(seq) }] : [];
}
