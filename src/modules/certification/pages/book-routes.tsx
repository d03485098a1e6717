import { z } from 'zod';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { findSearch, keepSearch, SEARCH_KEPT_MS } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Reply, type RequestContext, type Route, redirect, route } from '#platform/http/route.ts';
import { counterPost } from '../actions/by.ts';
import { type BookQuestion, readBook } from '../actions/read-book.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { readingRoles } from '../rules/access.ts';
import { bookKinds } from '../rules/books.ts';
import { byOf } from './asking.ts';
import { BookPage } from './book-page.tsx';
import { paths } from './paths.ts';

const PAGE = 50;
const text = z.string().max(100).optional().catch(undefined);
const bookQuery = z.object({ so: text, ngay: text, tim: text, sau: text });
type BookQuery = z.infer<typeof bookQuery>;

/** The books. */
export function bookRoutes(deps: CertificationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.book,
      access: { roles: readingRoles },
      query: bookQuery,
      handle: (request) => showBook(deps, request, request.query),
    }),
    route({
      method: 'POST',
      path: paths.findInBook,
      access: { roles: readingRoles },
      form: z.object({ ten: z.string().max(200).catch(''), so: z.string().max(100).catch('') }),
      handle: (request) => keepName(deps, request, request.form),
    }),
  ];
}

async function showBook(
  deps: CertificationPageDeps,
  request: RequestContext,
  query: BookQuery,
): Promise<Reply> {
  const day = query.ngay ? parseCivilDate(query.ngay) : null;
  const name = query.tim ? await findName(deps, request, query.tim) : undefined;
  const question = {
    ...chosenBook(query.so),
    day: day?.ok ? day.value : null,
    name: name ?? null,
    before: readBefore(query.sau),
    limit: PAGE,
  };
  const read = await readBook(deps, byOf(request), question);
  const last = read.lines.length === PAGE ? read.lines.at(-1) : undefined;
  const view = {
    frame: await deps.deskFrame(request),
    read,
    values: { ...query, name: name ?? '' },
    certifies: counterPost(byOf(request).actor) !== undefined,
    dayError: day && !day.ok ? textOfRefusal(request.t, day.refusal) : undefined,
    firstHref: query.sau ? hrefOf({ ...query, sau: undefined }) : undefined,
    nextHref: last && hrefOf({ ...query, sau: String(last.number) }),
  };
  return page(<BookPage view={view} />);
}

function hrefOf(query: BookQuery): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `${paths.book}?${new URLSearchParams(pairs)}` : paths.book;
}

/** `copies.2022.<agency>`; what nobody here has written is the first book there is. */
function chosenBook(typed: string | undefined): Pick<BookQuestion, 'kind' | 'year' | 'agencyId'> {
  const [, word, year, agencyId] = /^([a-z]+)\.(\d{4})\.([0-9a-f-]{36})$/.exec(typed ?? '') ?? [];
  const kind = bookKinds.find((one) => one === word);
  if (!kind || !agencyId) return { kind: null, year: null, agencyId: null };
  return { kind, year: Number(year), agencyId };
}

function readBefore(typed: string | undefined): number | null {
  return typed && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}

const oldestKept = (now: Instant) => instantOfMs(msOfInstant(now) - SEARCH_KEPT_MS);

async function findName(
  deps: CertificationPageDeps,
  request: RequestContext,
  typed: string,
): Promise<string | undefined> {
  const id = z.uuid().safeParse(typed);
  if (!id.success) return undefined;
  const { accountId } = byOf(request).actor;
  const notBefore = oldestKept(request.machineNow);
  return findSearch(deps.db, deps, id.data, { accountId, notBefore });
}

/** No name of a person stands in an address: it is kept under an id of ours. */
async function keepName(
  deps: CertificationPageDeps,
  request: RequestContext,
  form: { readonly ten: string; readonly so: string },
): Promise<Reply> {
  const so = form.so || undefined;
  if (form.ten.trim() === '') return redirect(hrefOf({ so }));
  const id = deps.random.uuid(deps.machineMs());
  const { accountId } = byOf(request).actor;
  const now = request.machineNow;
  await inTransaction(deps.db, (tx) =>
    keepSearch(tx, deps, { id, accountId, text: form.ten }, { now, forgetBefore: oldestKept(now) }),
  );
  return redirect(hrefOf({ so, tim: id }));
}
