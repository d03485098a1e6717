import { dateOf } from '#kernel/civil-date.ts';
import { notFound, page, type Route, route } from '#platform/http/route.ts';
import { logAct } from '../press.ts';
import { listAccounts } from '../store/account-list.ts';
import { findPerson } from '../store/people.ts';
import { listPostsOfPerson } from '../store/post-changes.ts';
import { listStandIns } from '../store/stand-ins.ts';
import { administrators, adminPaths, idParams, type OrganisationPageDeps, pressOf } from './admin-deps.ts';
import { PersonPage } from './person-page.tsx';
import { endPostRoutes, givePostRoutes } from './post-routes.tsx';

export function personRoutes(deps: OrganisationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: adminPaths.person(':id'),
      access: administrators,
      params: idParams,
      handle: async (request) => {
        const today = dateOf(request.legalNow);
        const person = await findPerson(deps.db, request.params.id);
        if (!person) return notFound();
        await logAct(deps.db, pressOf(request), 'read-person', { kind: 'person', id: person.id });
        const [account] = await listAccounts(deps.db, today, { personId: person.id });
        return page(
          <PersonPage
            frame={await deps.deskFrame(request)}
            person={person}
            posts={await listPostsOfPerson(deps.db, person.id, today)}
            account={account}
            standIns={await listStandIns(deps.db, { on: today, personId: person.id })}
            matters={await deps.listMatters(deps.db, today)}
            today={today}
          />,
        );
      },
    }),
    ...givePostRoutes(deps),
    ...endPostRoutes(deps),
  ];
}
