import { z } from 'zod';
import { type CivilDate, isCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { page, type Request, type Route, route } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { shortDate, weekdayName } from '#ui/dates.ts';
import { cursorText, readCursor } from '../rules/list-cursor.ts';
import type { DossierLine } from '../store/lists.ts';
import { type DueWhen, listHeld } from '../store/load.ts';
import { listRisks } from '../store/risks.ts';
import { leaders, placesOf } from './led-places.ts';
import { hrefOf } from './list-order.ts';
import { ListPage } from './list-page.tsx';
import { allLines, sheetOfLines } from './list-sheet.ts';
import { NOBODY } from './overview-page.tsx';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { riskView } from './risk-view.tsx';
import { calendarsOf } from './work-calendars.ts';

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

/** From a figure of those who lead to the dossiers behind it, also as a sheet. */
export function heldRoutes(deps: DossierPageDeps): Route[] {
  const all = { method: 'GET', access: { roles: leaders }, query } as const;
  return [paths.late, paths.held].flatMap((path) => [
    route({ ...all, path, handle: (request) => show(deps, request, path) }),
    route({ ...all, path: `${path}.xlsx`, handle: (request) => sheet(deps, request, path) }),
  ]);
}

function dueOf(han: string | undefined): DueWhen {
  if (han === 'qua-han') return 'late';
  if (han === 'hom-nay') return 'today';
  return han !== undefined && isCivilDate(han) ? (han as CivilDate) : null;
}

type Asking = Request<unknown, HeldQuery>;

function filterOf({ query: asked }: Asking, path: string) {
  return {
    officeId: asked['don-vi'] ?? null,
    accountId: asked.nguoi === NOBODY ? ('nobody' as const) : (asked.nguoi ?? null),
    step: asked.buoc ?? null,
    ...{ due: path === paths.late ? ('late' as const) : dueOf(asked.han) },
    until: (asked.den as CivilDate | undefined) ?? null,
    risk: asked['nguy-co'] ? levels[asked['nguy-co']] : null,
  };
}

const cursorOf = ({ dueAt: at, id }: DossierLine) => ({ rank: 0, at, id });

async function show(deps: DossierPageDeps, request: Asking, path: string) {
  const { t, query: asked, legalNow: now } = request;
  const after = readCursor(asked.sau);
  const filter = filterOf(request, path);
  const places = placesOf(readerOf(request).actor);
  const lines = await listHeld(deps.db, places, filter, { now, after, limit: PAGE });
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const next = last && cursorText(cursorOf(last));
  const name = nameOf(filter.due);
  return page(
    <ListPage
      frame={await deps.deskFrame(request)}
      {...headOf(t, name, filter)}
      riskOf={filter.until === null ? undefined : await risksOf(deps, t, lines, now)}
      filters={
        lines.length > 0 ? (
          <p class="no-print">
            <a href={hrefOf(`${path}.xlsx`, { ...asked, sau: undefined })}>{t('dossiers.list.sheet')}</a>
          </p>
        ) : null
      }
      lines={lines}
      empty={{ title: t(`dossiers.overview.${name}-none`), note: t(`dossiers.overview.${name}-none-note`) }}
      firstHref={after ? hrefOf(path, { ...asked, sau: undefined }) : undefined}
      nextHref={next && hrefOf(path, { ...asked, sau: next })}
    />,
  );
}

async function sheet(deps: DossierPageDeps, request: Asking, path: string) {
  const { t, legalNow: now } = request;
  const reader = readerOf(request);
  const filter = filterOf(request, path);
  const places = placesOf(reader.actor);
  const lines = await allLines((last, limit) =>
    listHeld(deps.db, places, filter, { now, limit, after: last && cursorOf(last) }),
  );
  const { title } = headOf(t, nameOf(filter.due), filter);
  const risks = filter.until === null ? undefined : await risksOf(deps, t, lines, now);
  return sheetOfLines(deps, t, reader, {
    ...{ name: path.split('/').at(-1) ?? 'ho-so', title, lines },
    ...(risks ? { riskOf: (line: DossierLine) => risks(line)?.said ?? '' } : {}),
  });
}

const nameOf = (due: DueWhen) => (due === 'late' ? 'late' : 'held');

/** How likely each of these is to be late, and why. */
async function risksOf(deps: DossierPageDeps, t: Words, lines: readonly DossierLine[], now: Instant) {
  const calendarOf = await calendarsOf(deps, lines);
  const risks = await listRisks(
    deps.db,
    lines.map(({ id }) => id),
  );
  return (line: DossierLine) => riskView(t, calendarOf(line), line, risks.get(line.id), now);
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
