import { z } from 'zod';
import type { Role } from '#kernel/actor.ts';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import { listLatestRoots } from '../store/roots.ts';
import { type DossierPageDeps, paths } from './page-deps.ts';
import { SealPage } from './seal-page.tsx';

/** Who answers for the history. */
export const historyKeepers: readonly Role[] = [
  'one-stop-head',
  'signing-leader',
  'inspector',
  'data-protection-officer',
  'system-administrator',
];
/** What one printed sheet holds. */
const PAGE = 12;

/** The daily roots, to print and keep apart from the machine. */
export function sealRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.seals,
      access: { roles: historyKeepers },
      query: z.object({ truoc: z.string().max(20).optional().catch(undefined) }),
      handle: async (request) => {
        const before = parseCivilDate(request.query.truoc ?? '');
        const day = before.ok ? before.value : null;
        const roots = await listLatestRoots(deps.db, day, PAGE);
        const last = roots.length === PAGE ? roots.at(-1) : undefined;
        const key = deps.rootKey.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
        return page(
          <SealPage
            frame={await deps.deskFrame(request)}
            roots={roots}
            publicKey={key}
            olderHref={last && `${paths.seals}?truoc=${last.day}`}
            latestHref={day ? paths.seals : undefined}
          />,
        );
      },
    }),
  ];
}
