import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import {
  findCommitment,
  findProcedure,
  listLifeEvents,
  listProcedures,
  listVersions,
  type Procedure,
  publicProcedure,
  searchProcedures,
  whereToGo,
} from '#modules/catalogue/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { Reply, RequestContext, Route } from '#platform/http/route.ts';
import { json, notFound, page, route } from '#platform/http/route.ts';
import { tooLong, typedField } from '#platform/http/typed-field.ts';
import { LONGEST_SEARCH } from '#ui/components/search-input.tsx';
import type { PortalDeps } from '../deps.ts';
import { describeProcedure, howLong, howLongHere, where } from './describe-procedure.ts';
import { lifeEventView } from './home-route.tsx';
import { NobodyHerePage } from './nobody-here-page.tsx';
import { addressOf, openingOf } from './opening-view.ts';
import { paths } from './paths.ts';
import { findPlace, type Place } from './place.ts';
import { ProcedureGonePage } from './procedure-gone-page.tsx';
import { type Here, ProcedurePage } from './procedure-page.tsx';
import type { ProcedureView } from './procedure-view.ts';
import { type ProcedureLine, ProceduresPage, type ProceduresView } from './procedures-page.tsx';
import { publicFrame } from './public-frame.ts';

const MOST_HITS = 20;
const HITS_WHILE_TYPING = 8;
const key = z.string().max(40).optional().catch(undefined);

export function procedureRoutes(deps: PortalDeps): Route[] {
  return [listRoute(deps), hitsRoute(deps), procedureRoute(deps)];
}

function listRoute(deps: PortalDeps): Route {
  return route({
    method: 'GET',
    path: paths.procedures,
    access: 'public',
    query: z.object({ q: typedField, viec: key }),
    handle: async (request) => {
      const place = await findPlace(deps, request);
      const frame = await publicFrame(deps, request, place, request.query);
      const view = await proceduresView(deps, request, request.query.q, request.query.viec);
      return page(<ProceduresPage frame={frame} view={view} />, view.error ? 422 : 200);
    },
  });
}

const isTooLong = (q: string) => tooLong({ q }, { q: LONGEST_SEARCH }) !== undefined;

async function proceduresView(
  { db }: PortalDeps,
  request: RequestContext,
  query: string,
  viec: string | undefined,
): Promise<ProceduresView> {
  const on = dateOf(request.legalNow);
  const event = viec ? (await listLifeEvents(db, { on })).find((one) => one.key === viec) : undefined;
  const lines = (some: readonly Procedure[]) => some.map((one) => lineOf(request, one, event?.key));
  const all = await listProcedures(db, { on });
  const error = isTooLong(query)
    ? request.t('portal.procedures.too-long', { most: LONGEST_SEARCH })
    : undefined;
  const asks = query !== '' && !error;
  const hits = asks ? await searchProcedures(db, { text: query, on, limit: MOST_HITS }) : undefined;
  const view = { query, error, total: all.length, hits: hits && lines(hits) };
  if (event) {
    const { title } = lifeEventView(event, request.language);
    return { ...view, lifeEvent: title, groups: [{ title, lines: lines(event.procedures) }] };
  }
  const fields = [...new Set(all.map((one) => one.field))];
  const groups = fields.map((field) => ({
    title: field,
    lines: lines(all.filter((one) => one.field === field)),
  }));
  return { ...view, groups };
}

/** `Trong ngày · Bộ phận Một cửa cấp xã`. */
function lineOf({ t, legalNow }: RequestContext, procedure: Procedure, from?: string): ProcedureLine {
  const shown = publicProcedure(procedure);
  const note = [howLong(t, shown).value, where(t, shown, dateOf(legalNow)).value].join(' · ');
  return { name: shown.name, href: paths.procedure(shown.code, from), note };
}

function hitsRoute(deps: PortalDeps): Route {
  return route({
    method: 'GET',
    path: paths.procedureHits,
    access: 'public',
    query: z.object({ q: typedField }),
    handle: async (request) => {
      const search = { text: request.query.q, on: dateOf(request.legalNow), limit: HITS_WHILE_TYPING };
      const found = isTooLong(search.text) ? [] : await searchProcedures(deps.db, search);
      const items = found.map((one) => {
        const { name, note, href } = lineOf(request, one);
        return { label: name, note, href };
      });
      return json({ items });
    },
  });
}

function procedureRoute(deps: PortalDeps): Route {
  return route({
    method: 'GET',
    path: '/thu-tuc/:code',
    access: 'public',
    params: z.object({ code: z.string().max(40) }),
    query: z.object({ viec: key }),
    handle: async (request): Promise<Reply> => {
      const on = dateOf(request.legalNow);
      const procedure = await findProcedure(deps.db, request.params.code, on);
      if (!procedure) return goneOrUnknown(deps, request, request.params.code);
      const place = await findPlace(deps, request);
      const frame = await publicFrame(deps, request, place, request.query);
      if (!place) return page(<NobodyHerePage frame={frame} />);
      const described = describeProcedure(request.t, publicProcedure(procedure), on);
      const here = await hereOf(deps, request, place, procedure);
      const view = here.received ? await withPromise(deps, request, place, described) : described;
      const from = await eventOf(deps, request, request.query.viec);
      return page(<ProcedurePage frame={frame} procedure={view} here={here} from={from} />);
    },
  });
}

/** A code that was or will be valid says when and what came instead; any other is not found. */
async function goneOrUnknown(deps: PortalDeps, request: RequestContext, code: string): Promise<Reply> {
  const [latest] = await listVersions(deps.db, code);
  const place = await findPlace(deps, request);
  if (!latest || !place) return notFound();
  const answer = whereToGo(latest, place.agency.level, dateOf(request.legalNow));
  if (answer.ok) return notFound();
  const frame = await publicFrame(deps, request, place);
  const why = textOfRefusal(request.t, answer.refusal);
  const { name, replacedBy } = latest;
  return page(<ProcedureGonePage frame={frame} name={name} why={why} successor={replacedBy} />, 404);
}

async function hereOf(
  { db }: PortalDeps,
  { t, legalNow }: RequestContext,
  { agency, oneStop }: Place,
  procedure: Procedure,
): Promise<Here> {
  const answer = whereToGo(procedure, agency.level, dateOf(legalNow));
  if (!answer.ok) return { received: false, goTo: textOfRefusal(t, answer.refusal) };
  const opening = await openingOf(t, db, oneStop.id, legalNow);
  return { received: true, oneStop: addressOf(oneStop, agency), opening };
}

/** With the shorter limit that this agency promises. */
async function withPromise(
  { db }: PortalDeps,
  { t, legalNow }: RequestContext,
  { agency }: Place,
  view: ProcedureView,
): Promise<ProcedureView> {
  const asked = { agencyId: agency.id, procedureCode: view.code, on: dateOf(legalNow) };
  const promised = await findCommitment(db, asked);
  return promised ? { ...view, howLong: howLongHere(t, view.howLong, promised) } : view;
}

async function eventOf({ db }: PortalDeps, request: RequestContext, viec: string | undefined) {
  if (!viec) return undefined;
  const events = await listLifeEvents(db, { on: dateOf(request.legalNow) });
  const event = events.find((one) => one.key === viec);
  return event && lifeEventView(event, request.language);
}
