import { z } from 'zod';
import { listAbout } from '#modules/audit/index.ts';
import { notFound, page, type Route, redirect, refusedPage, route } from '#platform/http/route.ts';
import { listIncidentsTouching } from '../actions/list-incidents-touching.ts';
import { printControlSlip } from '../actions/print-control-slip.ts';
import { readDossier } from '../actions/read-dossier.ts';
import { unmask } from '../actions/unmask.ts';
import { reading } from '../rules/desk-roles.ts';
import { nameOf } from '../rules/dossier.ts';
import { DossierPage } from './dossier-page.tsx';
import { dossierView } from './dossier-view.ts';
import { whyView } from './due-view.ts';
import { HistoryPage } from './history-page.tsx';
import { type DossierPageDeps, inWords, paths, readerOf, WHY } from './page-deps.ts';
import { WhyPage } from './why-page.tsx';

const params = z.object({ number: z.string().max(80) });
const flag = z.string().optional().catch(undefined);
const MOST_READS = 500;

export function dossierPageRoutes(deps: DossierPageDeps): Route[] {
  return [
    pageRoute(deps),
    unmaskRoute(deps),
    maskedAgainRoute(),
    historyRoute(deps),
    whyRoute(deps),
    slipRoute(deps),
  ];
}

function pageRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.list}/:number`,
    access: { roles: reading },
    params,
    query: z.object({ moi: flag, xong: flag }),
    handle: async (request) => {
      const read = await readDossier(deps, readerOf(request, 'page'), request.params.number);
      if (!read.ok) return notFound();
      const view = await dossierView(deps, request, read.value, {
        accepted: request.query.moi !== undefined,
        pressed: request.query.xong !== undefined,
      });
      return page(<DossierPage view={view} />);
    },
  });
}

/** The numbers whole, for this one answer: opened again by its address the page shows them masked. */
function unmaskRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: `${paths.list}/:number/du-so`,
    access: { roles: reading },
    params,
    handle: async (request) => {
      const read = await unmask(deps, readerOf(request, 'unmask'), request.params.number);
      if (!read.ok) return notFound();
      const just = { accepted: false, pressed: false, unmasked: true };
      return page(<DossierPage view={await dossierView(deps, request, read.value, just)} />);
    },
  });
}

/** The address of that answer, opened again: the page as it always is. */
function maskedAgainRoute(): Route {
  return route({
    method: 'GET',
    path: `${paths.list}/:number/du-so`,
    access: { roles: reading },
    params,
    handle: ({ params: { number } }) => redirect(paths.dossier(number)),
  });
}

function historyRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.list}/:number/dien-bien`,
    access: { roles: reading },
    params,
    handle: async (request) => {
      const read = await readDossier(deps, readerOf(request, 'history'), request.params.number);
      if (!read.ok) return notFound();
      const about = { kind: 'dossier', id: nameOf(read.value.dossier) };
      const reads = await listAbout(deps.db, about, MOST_READS);
      return page(<HistoryPage frame={await deps.deskFrame(request)} read={read.value} reads={reads} />);
    },
  });
}

function whyRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.list}/:number/${WHY}`,
    access: { roles: reading },
    params,
    handle: async (request) => {
      const read = await readDossier(deps, readerOf(request, 'page'), request.params.number);
      if (!read.ok) return notFound();
      const { dossier } = read.value;
      const calendar = await deps.calendarFor(deps.db, dossier.filing.intakeOfficeId);
      const incidents = await listIncidentsTouching(deps.db, read.value, request.legalNow);
      const why = whyView(dossier, calendar);
      const frame = await deps.deskFrame(request);
      return page(<WhyPage frame={frame} dossier={dossier} why={why} incidents={incidents} />);
    },
  });
}

function slipRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'POST',
    path: `${paths.list}/:number/phieu-kiem-soat`,
    access: { roles: reading },
    params,
    form: z.object({ key: z.uuid() }),
    handle: async (request) => {
      const { number } = request.params;
      const { key } = request.form;
      const printed = await printControlSlip(deps, { ...readerOf(request), number, key });
      if (printed.ok) return redirect(paths.at(number, `giay/${printed.value.paperId}`));
      if (printed.refusal.code === 'dossiers/not-found') return notFound();
      return refusedPage(inWords(request.t, printed.refusal));
    },
  });
}
