import { z } from 'zod';
import { type CivilDate, isCivilDate } from '#kernel/civil-date.ts';
import { page, type Request, type Route, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { shortDate, weekdayName } from '#ui/dates.ts';
import { cursorText, readCursor } from '../rules/list-cursor.ts';
import { type DueWhen, listHeld } from '../store/load.ts';
import { leaders, placesOf } from './led-places.ts';
import { hrefOf } from './list-order.ts';
import { ListPage } from './list-page.tsx';
import { NOBODY } from './overview-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

const PAGE = 50;

const query = z.object({
  'don-vi': z.uuid().optional().catch(undefined),
  nguoi: z.uuid().or(z.literal(NOBODY)).optional().catch(undefined),
  /** When it is due: `qua-han`, `hom-nay` or a day. */
  han: z.string().max(10).optional().catch(undefined),
  /** At which step it stands. */
  buoc: z.string().max(200).optional().catch(undefined),
  /** Due from now until the end of this day; and only what is at such a risk of being late. */
  den: z.string().refine(isCivilDate).optional().catch(undefined),
  'nguy-co': z.enum(['cao', 'vua']).optional().catch(undefined),
  sau: z.string().max(200).optional().catch(undefined),
});
const levels = { cao: 'high', vua: 'medium' } as const;
type HeldQuery = z.infer<typeof query>;

/** From a figure of those who lead to the dossiers behind it. */
export function heldRoutes(deps: DossierPageDeps): Route[] {
  const access = { roles: leaders };
  return [
    route({
      method: 'GET',
      path: paths.late,
      access,
      query,
      handle: (request) => show(deps, request, paths.late, 'late'),
    }),
    route({
      method: 'GET',
      path: paths.held,
      access,
      query,
      handle: (request) => show(deps, request, paths.held, dueOf(request.query.han)),
    }),
  ];
}

function dueOf(han: string | undefined): DueWhen {
  if (han === 'qua-han') return 'late';
  if (han === 'hom-nay') return 'today';
  return han !== undefined && isCivilDate(han) ? (han as CivilDate) : null;
}

async function show(deps: DossierPageDeps, request: Request<unknown, HeldQuery>, path: string, due: DueWhen) {
  const { t, query: asked, legalNow: now } = request;
  const after = readCursor(asked.sau);
  const filter = {
    officeId: asked['don-vi'] ?? null,
    accountId: asked.nguoi === NOBODY ? ('nobody' as const) : (asked.nguoi ?? null),
    step: asked.buoc ?? null,
    ...{ due, until: (asked.den as CivilDate | undefined) ?? null },
    risk: asked['nguy-co'] ? levels[asked['nguy-co']] : null,
  };
  const lines = await listHeld(deps.db, placesOf(readerOf(request).actor), filter, {
    now,
    after,
    limit: PAGE,
  });
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const next = last && cursorText({ rank: 0, at: last.dueAt, id: last.id });
  const name = due === 'late' ? 'late' : 'held';
  return page(
    <ListPage
      frame={await deps.deskFrame(request)}
      {...headOf(t, name, filter)}
      lines={lines}
      empty={{ title: t(`dossiers.overview.${name}-none`), note: t(`dossiers.overview.${name}-none-note`) }}
      firstHref={after ? hrefOf(path, { ...asked, sau: undefined }) : undefined}
      nextHref={next && hrefOf(path, { ...asked, sau: next })}
    />,
  );
}

/** What stands above the list: what will be due, and at which risk, or whatever is in hand. */
function headOf(
  t: Words,
  name: 'late' | 'held',
  { until, risk }: { readonly until: CivilDate | null; readonly risk: 'high' | 'medium' | null },
) {
  if (until === null)
    return { title: t(`dossiers.overview.${name}-title`), note: t(`dossiers.overview.${name}-note`) };
  const day = `${weekdayName(t, until)} ${shortDate(until)}`;
  if (risk === null)
    return { title: t('dossiers.overview.risk-title'), note: t('dossiers.overview.risk-note', { day }) };
  return {
    title: t(`dossiers.overview.risk-${risk}-title`),
    note: t(`dossiers.overview.risk-${risk}-note`, { day }),
  };
}
