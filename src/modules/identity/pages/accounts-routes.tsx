import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { notFound, page, type Route, route } from '#platform/http/route.ts';
import { logAct } from '../press.ts';
import { idleBefore } from '../rules/account-policy.ts';
import { type AccountLine, listAccounts, listDecisions } from '../store/account-list.ts';
import { type AccountGroup, AccountsPage, accountGroups } from './accounts-page.tsx';
import { AdminAccountPage } from './admin-account-page.tsx';
import { administrators, adminPaths, idParams, type OrganisationPageDeps, pressOf } from './admin-deps.ts';

export function accountListRoutes(deps: OrganisationPageDeps): Route[] {
  return [listRoute(deps), oneRoute(deps)];
}

function listRoute(deps: OrganisationPageDeps): Route {
  return route({
    method: 'GET',
    path: adminPaths.accounts,
    access: administrators,
    query: z.object({ nhom: z.enum(accountGroups).catch('all') }),
    handle: async (request) => {
      const all = await listAccounts(deps.db, dateOf(request.legalNow));
      await logAct(deps.db, pressOf(request), 'list-accounts', undefined);
      const warnBefore = idleBefore(request.machineNow);
      const inGroup = (group: AccountGroup) => all.filter((one) => belongs(one, group, warnBefore));
      const counts = Object.fromEntries(
        accountGroups.map((group) => [group, inGroup(group).length]),
      ) as Record<AccountGroup, number>;
      const { nhom: group } = request.query;
      return page(
        <AccountsPage
          frame={await deps.deskFrame(request)}
          group={group}
          counts={counts}
          accounts={inGroup(group)}
          idleJob={deps.installation === 'real'}
        />,
      );
    },
  });
}

function oneRoute(deps: OrganisationPageDeps): Route {
  return route({
    method: 'GET',
    path: adminPaths.account(':id'),
    access: administrators,
    params: idParams,
    handle: async (request) => {
      const { id } = request.params;
      const [account] = await listAccounts(deps.db, dateOf(request.legalNow), { accountId: id });
      if (!account) return notFound();
      const press = pressOf(request);
      await logAct(deps.db, press, 'read-account', { kind: 'account', id });
      return page(
        <AdminAccountPage
          frame={await deps.deskFrame(request)}
          account={account}
          decisions={await listDecisions(deps.db, id)}
          own={press.actor.accountId === id}
        />,
      );
    },
  });
}

/** `idle`: the nightly job disabled it for 45 days of silence. */
function belongs(account: AccountLine, group: AccountGroup, idleSince: string): boolean {
  switch (group) {
    case 'administration':
      return account.kind === 'admin';
    case 'invited':
      return account.state === 'invited';
    case 'idle':
      return (
        account.disabledReason === 'idle' || (account.state === 'open' && account.activeSince < idleSince)
      );
    case 'disabled':
      return account.state === 'disabled';
    default:
      return true;
  }
}
