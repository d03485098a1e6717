import { z } from 'zod';
import { postsOf } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { type Refusal, refused } from '#kernel/refusal.ts';
import {
  clockLimit,
  findProcedure,
  limitOfCase,
  listFields,
  type Procedure,
  searchProcedures,
  whereToGo,
} from '#modules/catalogue/index.ts';
import { getOffice, type OfficeInForce } from '#modules/identity/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import {
  json,
  page,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { tooLong, typedField } from '#platform/http/typed-field.ts';
import { LONGEST_SEARCH } from '#ui/components/search-input.tsx';
import { type By, counterPost, holderOf, receptionRoles } from '../actions/by.ts';
import { goOn } from '../actions/go-on.ts';
import { startDraft } from '../actions/start-draft.ts';
import type { CounterPageDeps } from '../deps.ts';
import { textOf } from '../rules/fields.ts';
import { type Draft, listDrafts } from '../store/drafts.ts';
import { listMostUsed } from '../store/ended-drafts.ts';
import { byOf, draftFrame, errorsOf } from './asking.ts';
import { statusOf } from './intake-view.ts';
import { paths } from './paths.ts';
import { type DraftLine, type ProcedureLine, StartPage } from './start-page.tsx';

const access = { roles: receptionRoles };
const question = z.object({ q: typedField });

const MOST_FOUND = 20;

export function startRoutes(deps: CounterPageDeps): Route[] {
  return [
    ...beginningRoutes(deps, false),
    ...beginningRoutes(deps, true),
    route({
      method: 'GET',
      path: `${paths.start}/tu/:reference`,
      access,
      params: z.object({ reference: z.string().min(1).max(60) }),
      query: z.object({ 'tra-lai': z.string().max(1).catch('') }),
      handle: async (request) => {
        const here = request.query['tra-lai'] === '1';
        const going = await goOn(deps, byOf(request), request.params.reference, here);
        if (!going.ok) return refusedPage(going.refusal);
        return redirect('ownPage' in going.value ? going.value.ownPage : paths.draft(going.value.draftId));
      },
    }),
  ];
}

/** Whether a dossier is one to practise with is said by the address that began it, and by nothing else. */
function beginningRoutes(deps: CounterPageDeps, training: boolean): Route[] {
  const path = paths.startOf(training);
  return [
    route({
      method: 'GET',
      path,
      access,
      query: question,
      handle: (request) => {
        const long = tooLongToSearch(request.query.q);
        const refusals = long ? [long] : [];
        return showStart(deps, request, training, { text: request.query.q, refusals });
      },
    }),
    route({
      method: 'GET',
      path: training ? paths.trainingSearch : paths.search,
      access,
      query: question,
      handle: async (request) => {
        const { q } = request.query;
        const lines = tooLongToSearch(q) ? [] : await searched(deps, request, q, 10);
        return json({ items: lines.map((line) => hitOf(line, path)) });
      },
    }),
    route({
      method: 'POST',
      path,
      access,
      form: z.object({ code: z.string().max(60).catch('') }),
      handle: async (request) => {
        const { code } = request.form;
        const own = deps.ownPage?.(code);
        if (own && !training) return redirect(own);
        const started = own
          ? refused('counter/training-has-no-book')
          : await startDraft(deps, byOf(request), { code, training });
        if (started.ok) return redirect(paths.draft(started.value.draftId));
        return showStart(deps, request, training, { refusals: [started.refusal] });
      },
    }),
  ];
}

function tooLongToSearch(q: string): Refusal | undefined {
  const most = LONGEST_SEARCH;
  return tooLong({ q }, { q: most }) && { code: 'counter/search-too-long', field: 'q', params: { most } };
}

async function showStart(
  deps: CounterPageDeps,
  request: RequestContext,
  training: boolean,
  { text = '', refusals = [] }: { readonly text?: string; readonly refusals?: readonly Refusal[] },
) {
  const by = byOf(request);
  const on = dateOf(request.legalNow);
  const drafts = await listDrafts(deps.db, deps, holderOf(by.actor), { training });
  const view = {
    frame: await draftFrame(deps, request, { training }),
    training,
    own: paths.startOf(training),
    text,
    found: text.trim() && refusals.length === 0 ? await searched(deps, request, text, MOST_FOUND) : null,
    mostUsed: await mostUsed(deps, by, request),
    fields: await listFields(deps.db, { on, ...(await levelOf(deps, by)) }),
    drafts: drafts.map(draftLine),
    errors: errorsOf(request.t, refusals),
  };
  return page(<StartPage view={view} />, statusOf(refusals));
}

async function agencyOf(deps: CounterPageDeps, by: By): Promise<OfficeInForce | undefined> {
  const post = counterPost(by.actor);
  return post && getOffice(deps.db, post.agencyId);
}

async function levelOf(deps: CounterPageDeps, by: By) {
  const agency = await agencyOf(deps, by);
  return agency ? { level: agency.level } : {};
}

/** What is received here stands first; the others say where to go. */
export async function searched(deps: CounterPageDeps, request: RequestContext, text: string, most: number) {
  const on = dateOf(request.legalNow);
  const agency = await agencyOf(deps, byOf(request));
  const found = await searchProcedures(deps.db, { text, on, limit: most });
  return found.map((procedure) => lineOf(request, procedure, agency));
}

async function mostUsed(deps: CounterPageDeps, by: By, request: RequestContext): Promise<ProcedureLine[]> {
  const agency = await agencyOf(deps, by);
  const codes = await listMostUsed(
    deps.db,
    postsOf(by.actor).map((post) => post.officeId),
    8,
  );
  const on = dateOf(request.legalNow);
  const procedures = await Promise.all(codes.map((code) => findProcedure(deps.db, code, on)));
  return procedures
    .filter((procedure) => procedure !== undefined)
    .map((procedure) => lineOf(request, procedure, agency))
    .filter((line) => line.elsewhere === null);
}

function lineOf(
  request: RequestContext,
  procedure: Procedure,
  agency: OfficeInForce | undefined,
): ProcedureLine {
  const limit = limitOfCase(procedure, null) ?? procedure.limits[0];
  const here = agency && whereToGo(procedure, agency.level, dateOf(request.legalNow));
  return {
    code: procedure.code,
    name: procedure.name,
    field: procedure.field,
    limit: limit ? clockLimit(limit) : null,
    elsewhere: here && !here.ok ? textOfRefusal(request.t, here.refusal) : null,
  };
}

function hitOf({ code, name, field, elsewhere }: ProcedureLine, path: string) {
  return {
    label: name,
    note: [code, elsewhere ?? field].join(' · '),
    href: `${path}?q=${encodeURIComponent(code)}`,
    ...(elsewhere ? {} : { press: code }),
  };
}

function draftLine(draft: Draft): DraftLine {
  const { fields } = draft;
  const name = ['name', 'org-name'].map((field) => textOf(fields, `applicants.0.${field}`)).find(Boolean);
  return {
    id: draft.id,
    name: name ?? '',
    procedure: draft.procedureName,
    reference: draft.existing?.reference ?? null,
    updatedAt: draft.updatedAt,
  };
}
