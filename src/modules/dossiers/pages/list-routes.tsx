import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { maskedWhereNumber } from '#kernel/masked-number.ts';
import { inTransaction } from '#platform/db/database.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import {
  notFound,
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { Words } from '#platform/i18n/words.ts';
import { isDossierNumber, isTooShort, search } from '../actions/search.ts';
import { readableOffices } from '../rules/access.ts';
import { reading } from '../rules/desk-roles.ts';
import { states } from '../rules/dossier.ts';
import { cursorText, readCursor, receivedCursor } from '../rules/list-cursor.ts';
import { type SortColumn, sortedPlace } from '../rules/list-sort.ts';
import { listFiledProcedures, listReadable, listReadableSorted } from '../store/readable-list.ts';
import { findSearch, keepSearch, SEARCH_KEPT_MS } from '../store/searches.ts';
import { ListFilters } from './list-filters.tsx';
import { hrefOf, orderQuery, placeText, readOrder, readSort, sortLinks } from './list-order.ts';
import { ListPage } from './list-page.tsx';
import { allLines, sheetOfLines } from './list-sheet.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { LONGEST_SEARCH, showUnsearchable } from './unsearchable.tsx';

const PAGE = 50;
/** By number is by receipt; procedures are filtered: walked in their order they would be read to the end. */
const sorts: readonly SortColumn[] = ['applicant', 'received', 'due'];
const uuid = z.uuid();
const text = z.string().max(100).optional().catch(undefined);

const oldestKept = (now: Instant) => instantOfMs(msOfInstant(now) - SEARCH_KEPT_MS);

interface ReadDate {
  readonly date: CivilDate | null;
  readonly error?: string;
}

function readDate(t: Words, typed: string | undefined): ReadDate {
  if (!typed) return { date: null };
  const parsed = parseCivilDate(typed);
  return parsed.ok ? { date: parsed.value } : { date: null, error: textOfRefusal(t, parsed.refusal) };
}

export function listRoutes(deps: DossierPageDeps): Route[] {
  return [officeListRoute(deps), listSheetRoute(deps), searchRoute(deps), foundRoute(deps)];
}

const listQuery = z.object({
  'trang-thai': z.enum(states).optional().catch(undefined),
  'thu-tuc': text,
  tu: text,
  den: text,
  ...orderQuery,
});
type ListQuery = z.infer<typeof listQuery>;

function officeListRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.list,
    access: { roles: reading },
    query: listQuery,
    handle: (request) => showList(deps, request, request.query),
  });
}

function listSheetRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.listSheet,
    access: { roles: reading },
    query: listQuery,
    handle: async (request) => {
      const { t, query } = request;
      const reader = readerOf(request);
      const filter = filterOf(t, query).filter;
      const sort = readSort(query.xep, sorts);
      const offices = readableOffices(reader.actor);
      const lines = await allLines((last, limit) =>
        sort
          ? listReadableSorted(deps.db, offices, filter, {
              ...{ sort, limit },
              place: last && sortedPlace(sort, last),
            })
          : listReadable(deps.db, offices, filter, { limit, after: last && receivedCursor(last) }),
      );
      return sheetOfLines(deps, t, reader, { name: 'ho-so', title: t('dossiers.list.title'), lines });
    },
  });
}

function filterOf(t: Words, query: ListQuery) {
  const [from, to] = [readDate(t, query.tu), readDate(t, query.den)];
  const filter = {
    state: query['trang-thai'] ?? null,
    procedureCode: query['thu-tuc'] || null,
    from: from.date,
    to: to.date,
  };
  return { filter, errors: { tu: from.error, den: to.error } };
}

async function showList(deps: DossierPageDeps, request: RequestContext, query: ListQuery): Promise<Reply> {
  const { t } = request;
  const offices = readableOffices(readerOf(request).actor);
  const { filter, errors } = filterOf(t, query);
  const sorted = readOrder(deps, query, sorts);
  const lines = sorted
    ? await listReadableSorted(deps.db, offices, filter, { ...sorted, limit: PAGE })
    : await listReadable(deps.db, offices, filter, { limit: PAGE, after: readCursor(query.sau) });
  const procedures = await listFiledProcedures(deps.db);
  const last = lines.length === PAGE ? lines.at(-1) : undefined;
  const next = last && (sorted ? placeText(deps, sorted.sort, last) : cursorText(receivedCursor(last)));
  const sortOf = sortLinks(paths.list, query, sorts);
  return page(
    <ListPage
      frame={await deps.deskFrame(request)}
      title={t('dossiers.list.title')}
      note={t('dossiers.list.note')}
      filters={
        <ListFilters
          t={t}
          procedures={procedures.map(({ code, name }) => ({ value: code, label: name }))}
          values={query}
          errors={errors}
          sheetHref={hrefOf(paths.listSheet, { ...query, sau: undefined })}
          order={{ columns: sorts, xep: sorted && query.xep, sortOf }}
        />
      }
      lines={lines}
      empty={{ title: t('dossiers.list.empty'), note: t('dossiers.list.empty-note') }}
      sortOf={sortOf}
      firstHref={query.sau ? hrefOf(paths.list, { ...query, sau: undefined }) : undefined}
      nextHref={next && hrefOf(paths.list, { ...query, sau: next })}
    />,
  );
}

/** No name or number of a person stands in an address: the text is kept under an id of ours. */
function searchRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.search,
    access: { roles: reading },
    form: z.object({ q: typedField }),
    handle: async (request) => {
      const { actor } = readerOf(request);
      const typed = request.form.q.trim();
      if (!typed) return redirect(paths.list);
      if (typed.length > LONGEST_SEARCH) return showUnsearchable(deps, request, typed, 'too-long');
      if (isTooShort(typed)) return showUnsearchable(deps, request, typed, 'too-short');
      if (isDossierNumber(typed)) {
        const found = await search(deps, actor, typed);
        if (found.length === 1 && found[0]) return redirect(paths.dossier(found[0].name));
      }
      const id = deps.random.uuid(deps.machineMs());
      const now = request.machineNow;
      const forgetBefore = oldestKept(now);
      await inTransaction(deps.db, (tx) =>
        keepSearch(tx, deps, { id, accountId: actor.accountId, text: typed }, { now, forgetBefore }),
      );
      return redirect(paths.found(id));
    },
  });
}

function foundRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: '/lam-viec/tim/:id',
    access: { roles: reading },
    params: z.object({ id: uuid }),
    handle: async (request) => {
      const { t } = request;
      const { actor } = readerOf(request);
      const typed = await findSearch(deps.db, deps, request.params.id, {
        accountId: actor.accountId,
        notBefore: oldestKept(request.machineNow),
      });
      if (typed === undefined) return notFound();
      const lines = await search(deps, actor, typed);
      return page(
        <ListPage
          frame={await deps.deskFrame(request)}
          title={t('dossiers.search.title')}
          note={t('dossiers.search.note', { text: maskedWhereNumber(typed), n: lines.length })}
          lines={lines}
          empty={{
            title: t('dossiers.search.none'),
            note: t('dossiers.search.none-note'),
          }}
        />,
      );
    },
  });
}
