import { z } from 'zod';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { actOnMany } from '../actions/bulk.ts';
import type { Done, DossierDeps, PressOnDossier } from '../actions/deps.ts';
import type { Inputs } from '../rules/command.ts';
import { tellingOutcomes, tellingWays } from '../rules/event.ts';
import { transitions } from '../rules/transitions.ts';
import { BulkDonePage } from './bulk-done-page.tsx';
import { chosenIn, chosenLines } from './chosen-lines.ts';
import { type DossierPageDeps, readerOf } from './page-deps.ts';
import { seenStandIns } from './seen-stand-ins.tsx';

interface Told {
  readonly command: 'announce-result' | 'announce-date';
  readonly path: string;
  /** The list it is pressed in, and how that is called. */
  readonly from: { readonly href: string; readonly label: string };
  readonly act: (
    deps: DossierDeps,
    press: PressOnDossier,
    telling: Inputs[Told['command']],
  ) => Promise<Outcome<Done>>;
}

/** One press for many: all of them were told in the same way, with the same outcome. */
export function toldRoute(deps: DossierPageDeps, { command, path, from, act }: Told): Route {
  return route({
    method: 'POST',
    path,
    access: { roles: transitions[command].roles },
    form: z.object({
      key: z.uuid(),
      chon: chosenLines,
      way: z.enum(tellingWays),
      outcome: z.enum(tellingOutcomes),
      thay: typedField,
    }),
    invalid: () => redirect(from.href),
    handle: async (request) => {
      const { key, chon, way, outcome, thay } = request.form;
      const chosen = chosenIn(chon);
      if (chosen.length === 0) return refusedPage(refused('dossiers/nothing-chosen').refusal);
      const asShown = { ...readerOf(request), key, ...seenStandIns(thay) };
      const done = await actOnMany(deps, asShown, chosen, (with_, press) =>
        act(with_, press, { way, outcome, note: null }),
      );
      return page(
        <BulkDonePage
          frame={await deps.deskFrame(request)}
          command={command}
          lines={done}
          from={{ label: request.t(from.label), href: from.href }}
        />,
      );
    },
  });
}
