import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import { bytes, notFound, page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import { closeRegister } from '../actions/close-register.ts';
import { readRegisterLines, readRegisterPart } from '../actions/read-register.ts';
import { registerColumns } from '../papers/register-fields.ts';
import { keeper, registerKeepers, spanOf, yearOf } from '../rules/registers.ts';
import { listNumbersElsewhere } from '../store/number-series.ts';
import { findClosing } from '../store/registers.ts';
import { hrefOf } from './list-order.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { RegisterPage } from './register-page.tsx';
import {
  questionOf,
  registerOffice,
  registerQuery,
  registerSlug,
  registerSlugs,
  YEARS,
} from './register-question.ts';

const PAGE = 50;
const access = { roles: registerKeepers };
const query = registerQuery;

/** The registers of a one-stop by month, as page and sheet; closed when their year is over. */
export function registerRoutes(deps: DossierPageDeps): Route[] {
  return [pageRoute(deps), sheetRoute(deps), closeRoute(deps)];
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
      const place = { after: asked.sau, limit: PAGE };
      const { lines, next } = await readRegisterPart(deps, readerOf(request), t, question, place);
      const which = { officeId: keeper(question), register: kind, year: yearOf(question) };
      const closing = await findClosing(deps.db, which);
      const elsewhere =
        kind === 'received' ? await listNumbersElsewhere(deps.db, post.agencyId, spanOf(month)) : [];
      const over = dateOf(request.legalNow) > `${month.slice(0, 4)}-12-31`;
      return page(
        <RegisterPage
          frame={await deps.deskFrame(request)}
          {...{ month, lines, closing, elsewhere, slug: asked.so, post, at, posts }}
          columns={registerColumns(t, kind)}
          nextHref={next && hrefOf(paths.register, { so: asked.so, thang: month, 'bo-phan': at, sau: next })}
          printKey={deps.random.uuid(deps.machineMs())}
          closable={post.role === 'one-stop-head' && !closing && over}
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
      const lines = await readRegisterLines(deps, readerOf(request), t, question);
      const sheet = await writeSheet(
        t(`dossiers.register.title.${question.kind}`),
        registerColumns(t, question.kind),
        lines.map(({ cells }) => cells),
      );
      return bytes(sheet, XLSX, `so-${asked.so}-${question.month}.xlsx`);
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
