import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { addDays, dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { errorsOfRefusals, statusOfRefusals } from '#platform/http/refusal-status.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { compareClockEffect, setClockEffect, takeBackClockEffect } from '../actions/set-clock-effect.ts';
import type { CataloguePageDeps } from '../deps.ts';
import { clockKeepers, clockReaders } from '../rules/access.ts';
import { type DatedEffect, mayCompare, maySet, mayTakeBack, standingOf } from '../rules/dated-effect.ts';
import { type Regime, regimeOn } from '../rules/procedure.ts';
import { readClockEffect } from '../rules/read-clock-effect.ts';
import { listDatedEffects } from '../store/clock-effects.ts';
import { mapProcedureNames } from '../store/procedures.ts';
import { ClockEffectFormPage } from './clock-effect-form.tsx';
import { ClockEffectPage, type ClockEffectView } from './clock-effect-page.tsx';
import { sentencesOf } from './clock-effect-words.ts';
import { ClockEffectsPage } from './clock-effects-page.tsx';
import { paths } from './paths.ts';

const readers = { roles: clockReaders };
const keepers = { roles: clockKeepers };
const asked = z.object({
  'che-do': z.enum(['2018', '2025']).nullable().catch(null),
  'thu-tuc': z.string().max(60).catch(''),
});
const params = z.object({ id: z.uuid() });
const form = z.object({
  key: z.uuid(),
  step: z.enum(['look', 'edit', 'set']).catch('look'),
  regime: typedField,
  procedure: typedField,
  what: typedField,
  most: typedField,
  basis: typedField,
  'valid-from': typedField,
});
const done = z.object({ xong: z.enum(['set', 'compared', 'taken-back']).nullable().catch(null) });
type Asked = Request<unknown, z.infer<typeof asked>>;
type Row = Request<z.infer<typeof params>, unknown, unknown>;

/** What acts on the clock: all rows; a new one, read in words before it is set; one row, compared or taken back. */
export function clockEffectRoutes(deps: CataloguePageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.clockEffects,
      access: readers,
      query: asked,
      handle: (request) => list(deps, request),
    }),
    route({
      method: 'GET',
      path: paths.setClockEffect,
      access: keepers,
      query: asked,
      handle: (request) => begin(deps, request),
    }),
    route({
      method: 'POST',
      path: paths.setClockEffect,
      access: keepers,
      form,
      handle: (request) => set(deps, request),
    }),
    route({
      method: 'GET',
      path: paths.clockEffect(':id'),
      access: readers,
      params,
      query: done,
      handle: (request) => show(deps, request, { done: request.query.xong }),
    }),
    route({
      method: 'POST',
      path: paths.checkClockEffect(':id'),
      access: readers,
      params,
      form: z.object({ source: typedField }),
      handle: (request) => compare(deps, request),
    }),
    route({
      method: 'POST',
      path: paths.takeBackClockEffect(':id'),
      access: keepers,
      params,
      handle: (request) => takeBack(deps, request),
    }),
  ];
}

const regimeOf = ({ query, legalNow }: Asked): Regime => query['che-do'] ?? regimeOn(dateOf(legalNow));
const isKeeper = (actor: Actor | null | undefined) =>
  Boolean(actor?.posts.some(({ role }) => clockKeepers.includes(role)));

async function list(deps: CataloguePageDeps, request: Asked): Promise<Reply> {
  const regime = regimeOf(request);
  const names = await mapProcedureNames(deps.db);
  const procedure = request.query['thu-tuc'];
  const view = {
    frame: await deps.deskFrame(request),
    ...{ regime, names, procedure: names.has(procedure) ? procedure : '' },
    all: await listDatedEffects(deps.db, regime),
    today: dateOf(request.legalNow),
    maySet: isKeeper(request.actor),
  };
  return page(<ClockEffectsPage view={view} />);
}

interface Typing {
  readonly typed: Readonly<Record<string, string>>;
  readonly key: string;
  readonly refusals?: readonly Refusal[];
  readonly sentences?: readonly string[];
}

async function typing(deps: CataloguePageDeps, request: RequestContext, now: Typing): Promise<Reply> {
  const refusals = now.refusals ?? [];
  const view = {
    ...{ typed: now.typed, key: now.key, sentences: now.sentences ?? null },
    frame: await deps.deskFrame(request),
    names: await mapProcedureNames(deps.db),
    errors: errorsOfRefusals(request.t, refusals),
  };
  return page(<ClockEffectFormPage view={view} />, statusOfRefusals(refusals));
}

function begin(deps: CataloguePageDeps, request: Asked): Promise<Reply> {
  const tomorrow = formatCivilDate(addDays(dateOf(request.legalNow), 1));
  const typed = {
    ...{ regime: regimeOf(request), procedure: request.query['thu-tuc'], 'valid-from': tomorrow },
  };
  return typing(deps, request, { typed, key: deps.random.uuid(deps.machineMs()) });
}

async function set(
  deps: CataloguePageDeps,
  request: Request<unknown, unknown, z.infer<typeof form>>,
): Promise<Reply> {
  const { key, step, ...typed } = request.form;
  if (!request.actor) return notFound();
  const again = (refusals: readonly Refusal[]) => typing(deps, request, { typed, key, refusals });
  if (step === 'edit') return again([]);
  const read = readClockEffect(typed);
  if (!read.ok) return again(read.problems);
  if (step === 'set') {
    const press = { actor: request.actor, origin: auditOrigin(request), key, effect: read.value };
    const outcome = await setClockEffect(deps, press);
    if (!outcome.ok) return again([outcome.refusal]);
    return redirect(`${paths.clockEffect(outcome.value.id)}?xong=set`);
  }
  const all = await listDatedEffects(deps.db, read.value.regime);
  const may = maySet(all, read.value, dateOf(request.legalNow));
  if (!may.ok) return again([may.refusal]);
  const names = await mapProcedureNames(deps.db);
  return typing(deps, request, { typed, key, sentences: sentencesOf(request.t, { all, names }, read.value) });
}

interface Shown {
  readonly source?: string;
  readonly refusals?: readonly Refusal[];
  readonly done?: ClockEffectView['done'];
}

async function show(deps: CataloguePageDeps, request: Row, shown: Shown): Promise<Reply> {
  const { id } = request.params;
  const both = await Promise.all([listDatedEffects(deps.db, '2018'), listDatedEffects(deps.db, '2025')]);
  const all = both.find((rows) => rows.some((one) => one.id === id)) ?? [];
  const row = all.find((one) => one.id === id);
  if (!row) return notFound();
  const refusals = shown.refusals ?? [];
  const view: ClockEffectView = {
    ...{ row, all, done: shown.done ?? null, source: shown.source ?? '' },
    frame: await deps.deskFrame(request),
    standing: standingOf(all, row, dateOf(request.legalNow)),
    procedureName: (await mapProcedureNames(deps.db)).get(row.procedureCode ?? '') ?? '',
    errors: errorsOfRefusals(request.t, refusals),
    mayCompare: mayCompare(row, request.actor?.accountId ?? '').ok,
    mayTakeBack: isKeeper(request.actor) && canTakeBack(row, request),
  };
  return page(<ClockEffectPage view={view} />, statusOfRefusals(refusals));
}

const canTakeBack = (row: DatedEffect, { legalNow }: RequestContext) =>
  row.takenBack === null && mayTakeBack(row, dateOf(legalNow)).ok;

async function compare(
  deps: CataloguePageDeps,
  request: Request<z.infer<typeof params>, unknown, { readonly source: string }>,
): Promise<Reply> {
  if (!request.actor) return notFound();
  const { source } = request.form;
  const press = { actor: request.actor, origin: auditOrigin(request), effectId: request.params.id, source };
  return after(deps, request, await compareClockEffect(deps, press), { done: 'compared', source });
}

async function takeBack(deps: CataloguePageDeps, request: Row): Promise<Reply> {
  if (!request.actor) return notFound();
  const press = { actor: request.actor, origin: auditOrigin(request), effectId: request.params.id };
  return after(deps, request, await takeBackClockEffect(deps, press), { done: 'taken-back' });
}

function after(
  deps: CataloguePageDeps,
  request: Row,
  outcome: Outcome<DatedEffect>,
  { done, source }: Pick<Shown, 'source'> & { readonly done: NonNullable<Shown['done']> },
): Reply | Promise<Reply> {
  if (outcome.ok) return redirect(`${paths.clockEffect(request.params.id)}?xong=${done}`);
  return show(deps, request, { refusals: [outcome.refusal], ...(source === undefined ? {} : { source }) });
}
