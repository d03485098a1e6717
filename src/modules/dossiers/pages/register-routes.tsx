import { z } from 'zod';
import type { HeldPost, Role } from '#kernel/actor.ts';
import { addDays, type CivilDate, civilDate, dateOf, isCivilDate } from '#kernel/civil-date.ts';
import { type Instant, isInstant } from '#kernel/instant.ts';
import {
  bytes,
  notFound,
  page,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import { closeRegister } from '../actions/close-register.ts';
import { readRegister } from '../actions/read-register.ts';
import type { RegisterRow } from '../rules/register-row.ts';
import { listNumbersElsewhere } from '../store/number-series.ts';
import { findClosing } from '../store/registers.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { RegisterPage } from './register-page.tsx';
import { registerFields } from './register-sheet.ts';

const roles: readonly Role[] = ['reception-officer', 'one-stop-head', 'result-clerk'];
const PAGE = 50;
const AT_ONCE = 500;
/** A month of the largest one-stop; more is another month. */
const MOST_ON_SHEET = 10_000;

const query = z.object({
  thang: z.string().max(20).optional().catch(undefined),
  sau: z.string().max(100).optional().catch(undefined),
});

/** The receipt register of a one-stop by month; closed when its year is over. */
export function registerRoutes(deps: DossierPageDeps): Route[] {
  return [pageRoute(deps), sheetRoute(deps), closeRoute(deps)];
}

const postOf = (request: RequestContext): HeldPost | undefined =>
  readerOf(request).actor.posts.find((post) => roles.includes(post.role));

/** `7/2022`, `07/2022` or `2022-07`; the month of legal time for anything else. */
function monthOf(request: RequestContext, typed: string | undefined): string {
  const local = /^\s*(\d{1,2})\s*[/-]\s*(\d{4})\s*$/.exec(typed ?? '');
  const month = local ? `${local[2]}-${local[1]?.padStart(2, '0')}` : (typed ?? '');
  return isCivilDate(`${month}-01`) ? month : dateOf(request.legalNow).slice(0, 7);
}

function spanOf(month: string): { readonly from: CivilDate; readonly to: CivilDate } {
  const from = civilDate(`${month}-01`);
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(civilDate(`${next}-01`), -1) };
}

function pageRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.register,
    access: { roles },
    query,
    handle: async (request) => {
      const post = postOf(request);
      if (!post) return notFound();
      const today = dateOf(request.legalNow);
      const month = monthOf(request, request.query.thang);
      const year = Number(month.slice(0, 4));
      const question = {
        officeId: post.officeId,
        ...spanOf(month),
        after: readAfter(request.query.sau),
        limit: PAGE,
      };
      const { rows, next } = await readRegister(deps, readerOf(request), question);
      const register = { officeId: post.officeId, register: 'received', year } as const;
      const closing = await findClosing(deps.db, register);
      const elsewhere = await listNumbersElsewhere(deps.db, post.agencyId, spanOf(month));
      return page(
        <RegisterPage
          frame={await deps.deskFrame(request)}
          officeName={post.officeName}
          month={month}
          rows={rows}
          nextHref={
            next && `${paths.register}?thang=${month}&sau=${encodeURIComponent(`${next.at}_${next.id}`)}`
          }
          closing={closing}
          elsewhere={elsewhere}
          closable={post.role === 'one-stop-head' && !closing && today > `${year}-12-31`}
        />,
      );
    },
  });
}

function readAfter(text: string | undefined): { at: Instant; id: string } | null {
  const [at = '', id = ''] = text?.split('_') ?? [];
  return isInstant(at) && z.uuid().safeParse(id).success ? { at, id } : null;
}

function sheetRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.register}.xlsx`,
    access: { roles },
    query,
    handle: async (request) => {
      const post = postOf(request);
      if (!post) return notFound();
      const { t } = request;
      const month = monthOf(request, request.query.thang);
      const rows: RegisterRow[] = [];
      let after: { at: Instant; id: string } | null = null;
      do {
        const question = { officeId: post.officeId, ...spanOf(month), after, limit: AT_ONCE };
        const read = await readRegister(deps, readerOf(request), question);
        rows.push(...read.rows);
        after = read.next;
      } while (after && rows.length < MOST_ON_SHEET);
      const fields = registerFields(t);
      const columns = fields.map(({ key, width }) => ({ head: t(`dossiers.register.${key}`), width }));
      const sheet = await writeSheet(
        t('dossiers.register.title'),
        columns,
        rows.map((row) => fields.map(({ of }) => of(row))),
      );
      return bytes(sheet, XLSX, `so-theo-doi-${month}.xlsx`);
    },
  });
}

function closeRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.register,
    access: { roles: ['one-stop-head'] },
    form: z.object({ nam: z.coerce.number().int().min(2000).max(2200) }),
    invalid: () => redirect(paths.register),
    handle: async (request) => {
      const reader = readerOf(request);
      const post = reader.actor.posts.find((one) => one.role === 'one-stop-head');
      const key = deps.random.uuid(deps.machineMs());
      const year = request.form.nam;
      const closed = await closeRegister(deps, { ...reader, key }, { officeId: post?.officeId ?? '', year });
      return closed.ok ? redirect(`${paths.register}?thang=${year}-12`) : refusedPage(closed.refusal);
    },
  });
}
