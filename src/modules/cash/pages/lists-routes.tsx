import { z } from 'zod';
import { holdsRole } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { page, type Route, refusedPage, route } from '#platform/http/route.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles, officesOf, receivingRoles, takingRoles } from '../rules/access.ts';
import {
  type CashList,
  countConfirmed,
  type DaysOf,
  listConfirmed,
  listUnsettledAt,
  listUnsettledOf,
} from '../store/lists.ts';
import { flowsOfLists } from '../store/movements.ts';
import { countUnpaid, listUnpaid, type Payment } from '../store/payments.ts';
import { byOf } from './asking.ts';
import { ListsPage, withTotals } from './lists-page.tsx';
import type { PartOfAll } from './lists-parts.tsx';
import { paths } from './paths.ts';
import { dayPlaceIn, placeIn } from './quarter-list.ts';

const UNPAID_AT_ONCE = 100;
const SETTLED_AT_ONCE = 30;
const place = z.string().max(100).optional().catch(undefined);

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
      query: z.object({ 'chua-thu': place, 'da-xong': place }),
      handle: async (request) => {
        const from = { unpaid: request.query['chua-thu'], settled: request.query['da-xong'] };
        const { actor } = byOf(request);
        const today = dateOf(request.legalNow);
        const mine = await listUnsettledOf(deps.db, actor.accountId);
        if (mine.length === 0 && !holdsRole(actor, cashRoles))
          return refusedPage({ code: 'cash/not-allowed' });
        const receives = officesOf(actor, receivingRoles);
        const others = await listUnsettledAt(deps.db, receives);
        const unsettled = pastFirst([...mine, ...others.filter((one) => !isIn(mine, one))], today);
        const of = { accountId: actor.accountId, officeIds: receives };
        const settled = await settledOf(deps.db, of, from.settled);
        const flows = await flowsOfLists(
          deps.db,
          [...unsettled, ...settled.lines].map((list) => list.id),
        );
        const view = {
          frame: await deps.deskFrame(request),
          today,
          unsettled: withTotals(unsettled, flows),
          from,
          settled: { ...settled, lines: withTotals(settled.lines, flows) },
          unpaid: await unpaidAt(deps.db, officesOf(actor, cashRoles), from.unpaid),
          takes: officesOf(actor, takingRoles).length > 0,
          receives: receives.length > 0,
        };
        return page(<ListsPage view={view} />);
      },
    }),
  ];
}

async function settledOf(db: Queries, of: DaysOf, from: string | undefined): Promise<PartOfAll<CashList>> {
  const lines = await listConfirmed(db, of, { after: dayPlaceIn(from), limit: SETTLED_AT_ONCE });
  const last = lines.length === SETTLED_AT_ONCE ? lines.at(-1) : undefined;
  return { lines, next: last && `${last.day}_${last.id}`, all: await countConfirmed(db, of) };
}

async function unpaidAt(
  db: Queries,
  officeIds: readonly string[],
  from: string | undefined,
): Promise<PartOfAll<Payment>> {
  const lines = await listUnpaid(db, officeIds, { after: placeIn(from), limit: UNPAID_AT_ONCE });
  const last = lines.length === UNPAID_AT_ONCE ? lines.at(-1) : undefined;
  return { lines, next: last && `${last.createdAt}_${last.id}`, all: await countUnpaid(db, officeIds) };
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
