import { z } from 'zod';
import { type Actor, postsWithRole } from '#kernel/actor.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Reply, type RequestContext, type Route, redirect, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { setStillHours } from '../actions/set-still-hours.ts';
import type { ReminderPageDeps } from '../deps.ts';
import { cursorText, readCursor } from '../rules/finding-cursor.ts';
import { lawRules, levels } from '../rules/law-rule.ts';
import { overseers, placesWatchedBy } from '../rules/places-watched.ts';
import { countMine, countStanding, listStanding } from '../store/standing.ts';
import { listStillHours, readStillHours } from '../store/still-hours.ts';
import { BrokenPage, type StillSetting } from './broken-page.tsx';
import { actorOf, paths } from './page-deps.ts';
import { viewsOf } from './standing-view.ts';
import { countsOf } from './tabs.tsx';

const PAGE = 50;

const query = z.object({
  muc: z.enum(levels).catch('broken'),
  'quy-tac': z.enum(lawRules).nullable().catch(null),
  sau: z.string().max(120).optional().catch(undefined),
});
type Query = z.infer<typeof query>;

/** What breaks the law's rules, or is about to, until somebody has dealt with it. */
export function brokenRoutes(deps: ReminderPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.broken,
      access: { roles: overseers },
      query,
      handle: (request) => showBroken(deps, request, request.query),
    }),
    route({
      method: 'POST',
      path: paths.stillHours,
      access: { roles: ['one-stop-head'] },
      form: z.object({ key: z.uuid(), agency: z.uuid(), hours: typedField }),
      invalid: () => redirect(paths.broken),
      handle: async (request) => {
        const { key, agency: agencyId, hours } = request.form;
        const press = { actor: actorOf(request), origin: auditOrigin(request), key };
        const set = await setStillHours(deps, press, { agencyId, hours });
        if (set.ok) return redirect(paths.broken);
        const error = { field: set.refusal.field, text: textOfRefusal(request.t, set.refusal) };
        return showBroken(deps, request, query.parse({}), { agencyId, hours, error });
      },
    }),
  ];
}

async function showBroken(
  deps: ReminderPageDeps,
  request: RequestContext,
  { muc: level, 'quy-tac': rule, sau }: Query,
  wrong?: Pick<StillSetting, 'agencyId' | 'hours' | 'error'>,
): Promise<Reply> {
  const actor = actorOf(request);
  const places = placesWatchedBy(actor);
  const pageOf = { after: readCursor(sau), limit: PAGE, now: request.legalNow };
  const lines = await listStanding(deps.db, places, { level, rule }, pageOf);
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const counts = await countStanding(deps.db, places, request.legalNow);
  const { all } = await countMine(deps.db, actor.accountId);
  const settings = await settingsOf(deps, actor);
  return page(
    <BrokenPage
      frame={await deps.deskFrame(request)}
      {...{ tabs: countsOf(all, counts), counts, level, rule }}
      lines={await viewsOf(deps, lines, request.legalNow)}
      settings={settings.map((one) => (one.agencyId === wrong?.agencyId ? { ...one, ...wrong } : one))}
      pressKey={deps.random.uuid(deps.machineMs())}
      firstHref={sau ? hrefOf(level, rule) : undefined}
      nextHref={last && hrefOf(level, rule, cursorText(last))}
    />,
    wrong ? 422 : 200,
  );
}

function hrefOf(level: Query['muc'], rule: Query['quy-tac'], sau?: string): string {
  const asked = { muc: level, ...(rule ? { 'quy-tac': rule } : {}), ...(sau ? { sau } : {}) };
  return `${paths.broken}?${new URLSearchParams(asked)}`;
}

async function settingsOf({ db }: ReminderPageDeps, actor: Actor): Promise<StillSetting[]> {
  const posts = postsWithRole(actor, ['one-stop-head']);
  if (posts.length === 0) return [];
  const own = new Map((await listStillHours(db)).map((one) => [one.agencyId, one.hours]));
  const general = await readStillHours(db);
  const agencies = new Map(posts.map((post) => [post.agencyId, post.officeName]));
  return [...agencies].map(([agencyId, officeName]) => ({
    agencyId,
    officeName,
    hours: String(own.get(agencyId) ?? general),
  }));
}
