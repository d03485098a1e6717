import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { page, type Route, route } from '#platform/http/route.ts';
import { listConfirmed } from '../actions/list-confirmed.ts';
import { listUnchecked } from '../actions/list-unchecked.ts';
import { needsAttention } from '../actions/needs-attention.ts';
import type { AdministrationDeps } from '../deps.ts';
import { countByKind, uncheckedKinds } from '../rules/unchecked.ts';
import { CertificatesPage } from './certificates-page.tsx';
import { confirmRoutes } from './confirm-routes.tsx';
import { administrators, paths } from './paths.ts';
import { StartPage } from './start-page.tsx';
import { UncheckedPage } from './unchecked-page.tsx';

const MOST_CONFIRMED = 500;

export function administrationRoutes(deps: AdministrationDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.start,
      access: administrators,
      handle: async (request) => {
        const attention = await needsAttention(deps.db, request, await deps.certificates());
        return page(<StartPage frame={await deps.deskFrame(request)} attention={attention} />);
      },
    }),
    route({
      method: 'GET',
      path: paths.unchecked,
      access: administrators,
      query: z.object({ loai: z.enum([...uncheckedKinds, 'all', 'confirmed']).catch('all') }),
      handle: async (request) => {
        const { loai: shown } = request.query;
        const items = await listUnchecked(deps.db, dateOf(request.legalNow));
        return page(
          <UncheckedPage
            frame={await deps.deskFrame(request)}
            shown={shown}
            counts={countByKind(items)}
            items={items.filter((item) => shown === 'all' || item.kind === shown)}
            confirmed={await listConfirmed(deps.db, MOST_CONFIRMED)}
          />,
        );
      },
    }),
    ...confirmRoutes(deps),
    route({
      method: 'GET',
      path: paths.certificates,
      access: administrators,
      handle: async (request) =>
        page(
          <CertificatesPage
            frame={await deps.deskFrame(request)}
            certificates={await deps.certificates()}
            today={dateOf(request.machineNow)}
          />,
        ),
    }),
  ];
}
