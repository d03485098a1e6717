import { z } from 'zod';
import type { HeldPost } from '#kernel/actor.ts';
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
import { counterPost, counterPosts, holderOf, receptionRoles } from '../actions/by.ts';
import { goOn } from '../actions/go-on.ts';
import { startDraft } from '../actions/start-draft.ts';
import type { CounterPageDeps } from '../deps.ts';
import { textOf } from '../rules/fields.ts';
import { type Draft, listDrafts } from '../store/drafts.ts';
import { listMostUsed } from '../store/ended-drafts.ts';
import { byOf, draftFrame, errorsOf } from './asking.ts';
import { withQuery } from './counter-choice.tsx';
import { statusOf } from './intake-view.ts';
import { paths } from './paths.ts';
import { type DraftLine, type ProcedureLine, StartPage } from './start-page.tsx';

const access = { roles: receptionRoles };
const office = z.string().max(60).catch('');
const question = z.object({ q: typedField, quay: office });

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
        const { q: text, quay } = request.query;
        const long = tooLongToSearch(text);
        const refusals = long ? [long] : [];
        return showStart(deps, request, training, { text, quay, refusals });
      },
    }),
    route({
      method: 'GET',
      path: training ? paths.trainingSearch : paths.search,
      access,
      query: question,
      handle: async (request) => {
        const { q: text, quay } = request.query;
        const lines = tooLongToSearch(text) ? [] : await searched(deps, request, { text, most: 10, quay });
        const address = (code: string) => withQuery(path, { q: code, quay });
        return json({ items: lines.map((line) => hitOf(line, address)) });
      },
    }),
    route({
      method: 'POST',
      path,
      access,
      form: z.object({ code: z.string().max(60).catch(''), quay: office }),
      handle: async (request) => {
        const { code, quay } = request.form;
        const own = deps.ownPage?.(code);
        if (own && !training) return redirect(own);
        const started = own
          ? refused('counter/training-has-no-book')
          : await startDraft(deps, byOf(request), { code, training, officeId: quay });
        if (started.ok) return redirect(paths.draft(started.value.draftId));
        return showStart(deps, request, training, { quay, refusals: [started.refusal] });
      },
    }),
  ];
}

function tooLongToSearch(q: string): Refusal | undefined {
  const most = LONGEST_SEARCH;
  return tooLong({ q }, { q: most }) && { code: 'counter/search-too-long', field: 'q', params: { most } };
}

interface Shown {
  readonly text?: string;
  /** The counter asked for. */
  readonly quay?: string;
  readonly refusals?: readonly Refusal[];
}

async function showStart(
  deps: CounterPageDeps,
  request: RequestContext,
  training: boolean,
  { text = '', quay = '', refusals = [] }: Shown,
) {
  const by = byOf(request);
  const counters = counterPosts(by.actor);
  const counter = counters.find(({ officeId }) => officeId === quay) ?? counters[0];
  const on = dateOf(request.legalNow);
  const drafts = await listDrafts(deps.db, deps, holderOf(by.actor), { training });
  const view = {
    frame: await draftFrame(deps, request, { training }),
    training,
    own: paths.startOf(training),
    text,
    counters,
    counter,
    found:
      text.trim() && refusals.length === 0
        ? await searched(deps, request, { text, most: MOST_FOUND, quay })
        : null,
    mostUsed: await mostUsed(deps, request, counter),
    fields: await listFields(deps.db, { on, ...(await levelOf(deps, counter)) }),
    drafts: drafts.map(draftLine),
    errors: errorsOf(request.t, refusals),
  };
  return page(<StartPage view={view} />, statusOf(refusals));
}

async function agencyOf(
  deps: CounterPageDeps,
  post: HeldPost | undefined,
): Promise<OfficeInForce | undefined> {
  return post && getOffice(deps.db, post.agencyId);
}

async function levelOf(deps: CounterPageDeps, post: HeldPost | undefined) {
  const agency = await agencyOf(deps, post);
  return agency ? { level: agency.level } : {};
}

interface Searched {
  readonly text: string;
  readonly most: number;
  /** The counter; the person's first one where none is named, or one that is not theirs. */
  readonly quay?: string;
}

/** What is received here stands first; the others say where to go. */
export async function searched(
  deps: CounterPageDeps,
  request: RequestContext,
  { text, most, quay = '' }: Searched,
) {
  const on = dateOf(request.legalNow);
  const { actor } = byOf(request);
  const agency = await agencyOf(deps, counterPost(actor, quay) ?? counterPost(actor));
  const found = await searchProcedures(deps.db, { text, on, limit: most });
  return found.map((procedure) => lineOf(request, procedure, agency));
}

async function mostUsed(
  deps: CounterPageDeps,
  request: RequestContext,
  counter: HeldPost | undefined,
): Promise<ProcedureLine[]> {
  if (!counter) return [];
  const agency = await agencyOf(deps, counter);
  const codes = await listMostUsed(deps.db, [counter.officeId], 8);
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

function hitOf({ code, name, field, elsewhere }: ProcedureLine, address: (code: string) => string) {
  return {
    label: name,
    note: [code, elsewhere ?? field].join(' · '),
    href: address(code),
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
