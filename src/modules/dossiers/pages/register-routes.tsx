import { z } from 'zod';
import { type HeldPost, postsOf, type Role } from '#kernel/actor.ts';
import { dateOf, isCivilDate } from '#kernel/civil-date.ts';
import { refused } from '#kernel/refusal.ts';
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
import { listNumbersElsewhere } from '../store/number-series.ts';
import { findClosing } from '../store/registers.ts';
import { hrefOf } from './list-order.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { RegisterPage } from './register-page.tsx';
import {
  keeper,
  type RegisterQuestion,
  type RegisterSlug,
  readMonth,
  readPart,
  registerColumns,
  registerSlugs,
  spanOf,
} from './register-part.ts';
import { printRegister } from './register-print.ts';

const roles: readonly Role[] = ['reception-officer', 'one-stop-head', 'result-clerk'];
const PAGE = 50;
/** What the process of the papers draws within its time, also on a busy machine; the sheet holds more. */
const MOST_IN_PRINT = 5000;
const slug = z.enum(Object.keys(registerSlugs) as [RegisterSlug, ...RegisterSlug[]]).catch('tiep-nhan');

const query = z.object({
  so: slug,
  thang: z.string().max(20).optional().catch(undefined),
  sau: z.string().max(100).optional().catch(undefined),
});
type RegisterQuery = z.infer<typeof query>;

/** The registers of a one-stop by month: as page, sheet and print; closed when their year is over. */
export function registerRoutes(deps: DossierPageDeps): Route[] {
  return [pageRoute(deps), sheetRoute(deps), printRoute(deps), closeRoute(deps)];
}

/** Undefined for somebody whose post keeps no register. */
function questionOf(request: RequestContext, { so, thang }: RegisterQuery): RegisterQuestion | undefined {
  const post: HeldPost | undefined = postsOf(readerOf(request).actor).find((one) => roles.includes(one.role));
  return post && { kind: registerSlugs[so], post, month: monthOf(request, thang) };
}

/** Years in which there can be a register. */
const YEARS = { first: 2000, last: 2200 };

/** `7/2022`, `07/2022` or `2022-07`; the month of legal time for anything else. */
function monthOf(request: RequestContext, typed: string | undefined): string {
  const local = /^\s*(\d{1,2})\s*[/-]\s*(\d{4})\s*$/.exec(typed ?? '');
  const month = local ? `${local[2]}-${local[1]?.padStart(2, '0')}` : (typed ?? '');
  const year = Number(month.slice(0, 4));
  const readable = isCivilDate(`${month}-01`) && year >= YEARS.first && year <= YEARS.last;
  return readable ? month : dateOf(request.legalNow).slice(0, 7);
}

function closingOf(deps: DossierPageDeps, question: RegisterQuestion) {
  const year = Number(question.month.slice(0, 4));
  return findClosing(deps.db, { officeId: keeper(question), register: question.kind, year });
}

function pageRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.register,
    access: { roles },
    query,
    handle: async (request) => {
      const { t, query: asked } = request;
      const question = questionOf(request, asked);
      if (!question) return notFound();
      const { month, post, kind } = question;
      const who = { reader: readerOf(request), t };
      const { lines, next } = await readPart(deps, who, question, { after: asked.sau, limit: PAGE });
      const closing = await closingOf(deps, question);
      const elsewhere =
        kind === 'received' ? await listNumbersElsewhere(deps.db, post.agencyId, spanOf(month)) : [];
      const over = dateOf(request.legalNow) > `${month.slice(0, 4)}-12-31`;
      return page(
        <RegisterPage
          frame={await deps.deskFrame(request)}
          {...{ month, lines, closing, elsewhere, slug: asked.so, officeName: post.officeName }}
          columns={registerColumns(t, kind)}
          nextHref={next && hrefOf(paths.register, { so: asked.so, thang: month, sau: next })}
          closable={post.role === 'one-stop-head' && !post.insteadOf && !closing && over}
        />,
      );
    },
  });
}

function sheetRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.register}.xlsx`,
    access: { roles },
    query,
    handle: async (request) => {
      const { t, query: asked } = request;
      const question = questionOf(request, asked);
      if (!question) return notFound();
      const lines = await readMonth(deps, { reader: readerOf(request), t }, question);
      const sheet = await writeSheet(
        t(`dossiers.register.title.${question.kind}`),
        registerColumns(t, question.kind),
        lines.map(({ cells }) => cells),
      );
      return bytes(sheet, XLSX, `so-${asked.so}-${question.month}.xlsx`);
    },
  });
}

function printRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.register}.pdf`,
    access: { roles },
    query,
    handle: async (request) => {
      const { t, query: asked } = request;
      const question = questionOf(request, asked);
      if (!question) return notFound();
      const { kind, month, post } = question;
      const lines = await readMonth(deps, { reader: readerOf(request), t }, question);
      if (lines.length > MOST_IN_PRINT)
        return refusedPage(refused('dossiers/register-too-long', { most: MOST_IN_PRINT }).refusal);
      const regime = month < '2025-07' ? '2018' : '2025';
      const pdf = await printRegister(deps, t, {
        title: t(`dossiers.register.title.${kind}`),
        form: kind === 'received' ? t(`dossiers.register.form.${regime}`) : '',
        office: post.officeName,
        month,
        columns: registerColumns(t, kind),
        lines,
        closing: await closingOf(deps, question),
        printedAt: request.legalNow,
      });
      return bytes(pdf, 'application/pdf', `so-${asked.so}-${month}.pdf`);
    },
  });
}

function closeRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.register,
    access: { roles: ['one-stop-head'] },
    form: z.object({ so: slug, nam: z.coerce.number().int().min(YEARS.first).max(YEARS.last) }),
    invalid: () => redirect(paths.register),
    handle: async (request) => {
      const reader = readerOf(request);
      const post = reader.actor.posts.find((one) => one.role === 'one-stop-head');
      const key = deps.random.uuid(deps.machineMs());
      const { nam: year, so } = request.form;
      const which = { officeId: post?.officeId ?? '', register: registerSlugs[so], year };
      const closed = await closeRegister(deps, { ...reader, key }, which);
      return closed.ok
        ? redirect(hrefOf(paths.register, { so, thang: `${year}-12` }))
        : refusedPage(closed.refusal);
    },
  });
}
