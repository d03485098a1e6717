import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { refused } from '#kernel/refusal.ts';
import { bytes, notFound, page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
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
  readMonth,
  readPart,
  registerColumns,
  registerSlugs,
  spanOf,
} from './register-part.ts';
import { printRegister } from './register-print.ts';
import {
  questionOf,
  registerKeepers,
  registerOffice,
  registerQuery,
  registerSlug,
  YEARS,
} from './register-question.ts';

const PAGE = 50;
/** What the process of the papers draws within its time, also on a busy machine; the sheet holds more. */
const MOST_IN_PRINT = 5000;
const access = { roles: registerKeepers };
const query = registerQuery;

/** The registers of a one-stop by month: as page, sheet and print; closed when their year is over. */
export function registerRoutes(deps: DossierPageDeps): Route[] {
  return [pageRoute(deps), sheetRoute(deps), printRoute(deps), closeRoute(deps)];
}

function closingOf(deps: DossierPageDeps, question: RegisterQuestion) {
  const year = Number(question.month.slice(0, 4));
  return findClosing(deps.db, { officeId: keeper(question), register: question.kind, year });
}

function pageRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.register,
    access,
    query,
    handle: async (request) => {
      const { t, query: asked } = request;
      const question = questionOf(request, asked);
      if (!question) return notFound();
      const { month, post, kind, at, posts } = question;
      const who = { reader: readerOf(request), t };
      const { lines, next } = await readPart(deps, who, question, { after: asked.sau, limit: PAGE });
      const closing = await closingOf(deps, question);
      const elsewhere =
        kind === 'received' ? await listNumbersElsewhere(deps.db, post.agencyId, spanOf(month)) : [];
      const over = dateOf(request.legalNow) > `${month.slice(0, 4)}-12-31`;
      return page(
        <RegisterPage
          frame={await deps.deskFrame(request)}
          {...{ month, lines, closing, elsewhere, slug: asked.so, post, at, posts }}
          columns={registerColumns(t, kind)}
          nextHref={next && hrefOf(paths.register, { so: asked.so, thang: month, 'bo-phan': at, sau: next })}
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
    access,
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
    access,
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
    form: z.object({
      so: registerSlug,
      nam: z.coerce.number().int().min(YEARS.first).max(YEARS.last),
      'bo-phan': registerOffice,
    }),
    invalid: () => redirect(paths.register),
    handle: async (request) => {
      const { nam: year, so, 'bo-phan': office } = request.form;
      const question = questionOf(request, { so, thang: `${year}-12`, 'bo-phan': office });
      const key = deps.random.uuid(deps.machineMs());
      const which = { officeId: question?.post.officeId ?? '', register: registerSlugs[so], year };
      const closed = await closeRegister(deps, { ...readerOf(request), key }, which);
      return closed.ok
        ? redirect(hrefOf(paths.register, { so, thang: `${year}-12`, 'bo-phan': question?.at }))
        : refusedPage(closed.refusal);
    },
  });
}
