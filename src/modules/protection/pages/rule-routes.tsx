import { z } from 'zod';
import { dateOf } from '#kernel/civil-date.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { listFields } from '#modules/catalogue/index.ts';
import { getOffice, nameAccounts } from '#modules/identity/index.ts';
import { errorsOfRefusals, statusOfRefusal } from '#platform/http/refusal-status.ts';
import {
  notFound,
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { setAgencyRule } from '../actions/set-agency-rule.ts';
import { setKeepingPeriod } from '../actions/set-keeping-period.ts';
import type { ProtectionPageDeps } from '../deps.ts';
import { agenciesOf } from '../rules/officer.ts';
import { findAgencyRule } from '../store/agency-rules.ts';
import { listKeepingPeriods } from '../store/keeping-periods.ts';
import { officerOf, officers, paths } from './page-deps.ts';
import { RulesPage } from './rules-page.tsx';

const agency = z.string().max(60).optional().catch(undefined);

export function ruleRoutes(deps: ProtectionPageDeps): Route[] {
  return [showRoute(deps), saveRoute(deps), periodRoute(deps)];
}

function showRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.rules,
    access: officers,
    query: z.object({ 'co-quan': agency, xong: agency }),
    handle: (request) =>
      show(deps, request, request.query['co-quan'], { saved: request.query.xong !== undefined }),
  });
}

interface Shown {
  readonly saved?: boolean;
  readonly typed?: { readonly strangers: string; readonly years: string; readonly paper: string };
  readonly period?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly refusal?: Refusal;
}

async function show(
  deps: ProtectionPageDeps,
  request: RequestContext,
  wanted: string | undefined,
  { saved = false, typed, period, key, refusal }: Shown,
): Promise<Reply> {
  const ids = agenciesOf(officerOf(request).actor);
  const agencyId = ids.find((id) => id === wanted) ?? ids[0];
  if (!agencyId) return notFound();
  const rule = await findAgencyRule(deps.db, agencyId);
  const offices = await Promise.all(ids.map((id) => getOffice(deps.db, id)));
  const decided = {
    strangers: String(rule.strangersADay),
    years: rule.retentionYears === null ? '' : String(rule.retentionYears),
    paper: rule.retentionPaper ?? '',
  };
  return page(
    <RulesPage
      frame={await deps.deskFrame(request)}
      form={{
        agencyId,
        agencyName: offices.find((office) => office.id === agencyId)?.name ?? '',
        version: rule.version,
        ...(typed ?? decided),
      }}
      others={offices.filter((office) => office.id !== agencyId)}
      periods={{
        ...(await periodsOf(deps, request, agencyId)),
        key: key ?? deps.random.uuid(deps.machineMs()),
        typed: period ?? {},
      }}
      saved={saved}
      errors={errorsOfRefusals(request.t, refusal ? [refusal] : [])}
    />,
    refusal ? statusOfRefusal(refusal) : 200,
  );
}

function saveRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.rules,
    access: officers,
    form: z.object({
      'co-quan': typedField,
      ban: z.coerce.number().int().min(0).max(1_000_000).catch(-1),
      nguong: typedField,
      'so-nam': typedField,
      'quyet-dinh': typedField,
    }),
    handle: async (request) => {
      const { 'co-quan': agencyId, ban: seen, nguong, 'so-nam': years, 'quyet-dinh': paper } = request.form;
      const typed = { strangers: nguong, years, paper };
      const done = await setAgencyRule(deps, { ...officerOf(request), agencyId, seen }, typed);
      if (done.ok) return redirect(`${paths.rulesOf(agencyId)}&xong=1`);
      if (done.refusal.code === 'protection/not-found') return notFound();
      return show(deps, request, agencyId, { typed, refusal: done.refusal });
    },
  });
}

async function periodsOf({ db }: ProtectionPageDeps, { legalNow }: RequestContext, agencyId: string) {
  const periods = await listKeepingPeriods(db, agencyId);
  const fields = await listFields(db, { on: dateOf(legalNow) });
  const names = await nameAccounts(
    db,
    periods.map((one) => one.setBy),
  );
  return { agencyId, periods, fields: fields.map((one) => one.field), names };
}

function periodRoute(deps: ProtectionPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.periods,
    access: officers,
    form: z.object({
      'co-quan': typedField,
      key: z.uuid(),
      'linh-vuc': typedField,
      'thu-tuc': typedField,
      'so-nam-rieng': typedField,
      'van-ban': typedField,
      'tu-ngay': typedField,
    }),
    handle: async (request) => {
      const { 'co-quan': agencyId, key, ...period } = request.form;
      const typed = {
        field: period['linh-vuc'],
        code: period['thu-tuc'],
        years: period['so-nam-rieng'],
        paper: period['van-ban'],
        from: period['tu-ngay'],
      };
      const done = await setKeepingPeriod(deps, { ...officerOf(request), agencyId, key }, typed);
      if (done.ok) return redirect(`${paths.rulesOf(agencyId)}&xong=1`);
      if (done.refusal.code === 'protection/not-found') return notFound();
      return show(deps, request, agencyId, { period, key, refusal: done.refusal });
    },
  });
}
