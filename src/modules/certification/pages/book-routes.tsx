import { z } from 'zod';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { findSearch, keepSearch, SEARCH_KEPT_MS } from '#modules/dossiers/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { statusOfRefusal, textOfRefusal } from '#platform/http/refusal-status.ts';
import {
  bytes,
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import { counterPost } from '../actions/by.ts';
import { openVolume } from '../actions/open-volume.ts';
import { type BookQuestion, readBook } from '../actions/read-book.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { keptBooks, readingRoles, signingAgencies, volumeRoles } from '../rules/access.ts';
import { bookKinds } from '../rules/books.ts';
import type { BookState } from '../store/books.ts';
import { byOf, errorsOf } from './asking.ts';
import { bookFields, closingText } from './book-fields.ts';
import { BookPage } from './book-page.tsx';
import { paths } from './paths.ts';

const PAGE = 50;
const WHOLE = 10_000;
const text = z.string().max(100).optional().catch(undefined);
const bookQuery = z.object({ so: text, ngay: text, tim: text, sau: text, ca: text });
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
      method: 'GET',
      path: paths.sheet,
      access: { roles: readingRoles },
      query: bookQuery,
      handle: (request) => sheetOf(deps, request, request.query),
    }),
    route({
      method: 'POST',
      path: paths.volume,
      access: { roles: volumeRoles },
      form: z.object({
        so: z.string().max(100).catch(''),
        volume: z.coerce.number().int().min(1).max(9_999).catch(0),
      }),
      handle: (request) => nextVolume(deps, request, request.form),
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
  refusal?: Refusal,
): Promise<Reply> {
  const whole = query.ca === '1';
  const limit = whole ? WHOLE : PAGE;
  const { read, name, day } = await readChosen(deps, request, query, limit);
  const last = read.lines.length === limit ? read.lines.at(-1) : undefined;
  const { sau: _, ca: __, ...chosen } = query;
  const view = {
    frame: await deps.deskFrame(request),
    read,
    values: { ...query, name: name ?? '' },
    certifies: counterPost(byOf(request).actor) !== undefined,
    signs: signingAgencies(byOf(request).actor).length > 0,
    dayError: day && !day.ok ? textOfRefusal(request.t, day.refusal) : undefined,
    whole,
    wholeHref: hrefOf({ ...chosen, ca: '1' }),
    sheetHref: hrefOf(chosen, paths.sheet),
    mayOpenVolume: mayOpenVolume(request, read.book),
    errors: refusal ? errorsOf(request.t, [refusal]) : [],
    firstHref: query.sau ? hrefOf({ ...query, sau: undefined }) : undefined,
    nextHref: last && hrefOf({ ...query, sau: String(last.number) }),
  };
  return page(<BookPage view={view} />, refusal ? statusOfRefusal(refusal) : 200);
}

async function readChosen(
  deps: CertificationPageDeps,
  request: RequestContext,
  query: BookQuery,
  limit: number,
) {
  const day = query.ngay ? parseCivilDate(query.ngay) : null;
  const name = query.tim ? await findName(deps, request, query.tim) : undefined;
  const question = {
    ...chosenBook(query.so),
    day: day?.ok ? day.value : null,
    name: name ?? null,
    before: readBefore(query.sau),
    limit,
  };
  return { read: await readBook(deps, byOf(request), question), name, day };
}

function mayOpenVolume({ legalNow, ...request }: RequestContext, book: BookState | undefined): boolean {
  const { actor } = request;
  const { officeIds } = actor ? keptBooks(actor) : { officeIds: [] };
  const isThisYear = book?.year === Number(legalNow.slice(0, 4));
  return isThisYear && !book.closed && officeIds.length > 0;
}

/** Exactly what is chosen on the page, with the line that closed the book. */
async function sheetOf(
  deps: CertificationPageDeps,
  request: RequestContext,
  query: BookQuery,
): Promise<Reply> {
  const { t } = request;
  const { read } = await readChosen(deps, request, { ...query, sau: undefined }, WHOLE);
  if (!read.book) return refusedPage({ code: 'certification/no-book' });
  const fields = bookFields(t);
  const columns = fields.map(({ key, width }) => ({ head: t(`certification.book.${key}`), width }));
  const rows = read.lines.map((line) => fields.map(({ of }) => of(line)));
  const closing = closingText(t, read.book);
  const sheet = await writeSheet(
    t('certification.book.title'),
    columns,
    closing ? [...rows, [closing]] : rows,
  );
  return bytes(sheet, XLSX, `so-chung-thuc-${read.book.kind}-${read.book.year}.xlsx`);
}

async function nextVolume(
  deps: CertificationPageDeps,
  request: RequestContext,
  { so, volume: seenVolume }: { readonly so: string; readonly volume: number },
): Promise<Reply> {
  const { kind, year, agencyId } = chosenBook(so);
  if (!kind || !year || !agencyId) return refusedPage({ code: 'certification/no-book' });
  const opened = await openVolume(deps, byOf(request), { kind, year, agencyId, seenVolume });
  if (!opened.ok) return showBook(deps, request, { so }, opened.refusal);
  return redirect(hrefOf({ so }));
}

function hrefOf(query: BookQuery, path: string = paths.book): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
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
