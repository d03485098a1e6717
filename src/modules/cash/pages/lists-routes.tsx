import { holdsRole } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { page, type Route, refusedPage, route } from '#platform/http/route.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles, officesOf, receivingRoles, takingRoles } from '../rules/access.ts';
import { type CashList, listConfirmed, listUnsettledAt, listUnsettledOf } from '../store/lists.ts';
import { flowsOfLists } from '../store/movements.ts';
import { listUnpaid } from '../store/payments.ts';
import { byOf } from './asking.ts';
import { ListsPage, withTotals } from './lists-page.tsx';
import { paths } from './paths.ts';

const MOST_UNPAID = 100;
const MOST_SETTLED = 30;

/**
 * Where the money stands: a clerk's own days, and all of her one-stop for its head. Whoever took money and takes none
 * any more (the substitution is over, the post is another one) opens it until the head has received it.
 */
export function listsRoutes(deps: CashPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.lists,
      access: 'signed-in',
      handle: async (request) => {
        const { actor } = byOf(request);
        const today = dateOf(request.legalNow);
        const mine = await listUnsettledOf(deps.db, actor.accountId);
        if (mine.length === 0 && !holdsRole(actor, cashRoles))
          return refusedPage({ code: 'cash/not-allowed' });
        const receives = officesOf(actor, receivingRoles);
        const others = await listUnsettledAt(deps.db, receives);
        const unsettled = pastFirst([...mine, ...others.filter((one) => !isIn(mine, one))], today);
        const of = { accountId: actor.accountId, officeIds: receives };
        const settled = await listConfirmed(deps.db, of, MOST_SETTLED);
        const flows = await flowsOfLists(
          deps.db,
          [...unsettled, ...settled].map((list) => list.id),
        );
        const view = {
          frame: await deps.deskFrame(request),
          today,
          unsettled: withTotals(unsettled, flows),
          settled: withTotals(settled, flows),
          unpaid: await listUnpaid(deps.db, officesOf(actor, cashRoles), MOST_UNPAID),
          takes: officesOf(actor, takingRoles).length > 0,
          receives: receives.length > 0,
        };
        return page(<ListsPage view={view} />);
      },
    }),
  ];
}

function isIn(lists: readonly CashList[], { id }: CashList): boolean {
  return lists.some((one) => one.id === id);
}

/** Open days of the past stand on top; the rest by day. */
function pastFirst(lists: readonly CashList[], today: string): CashList[] {
  const rank = ({ state, day }: CashList) => (state === 'open' && day < today ? 0 : 1);
  return [...lists].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.day.localeCompare(b.day) ||
      a.clerkName.localeCompare(b.clerkName, 'vi') ||
      a.number - b.number,
  );
}
