import { z } from 'zod';
import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
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
import { checkExemption } from '../actions/check-exemption.ts';
import { setExemption } from '../actions/set-exemption.ts';
import type { CataloguePageDeps } from '../deps.ts';
import { feeKeepers } from '../rules/access.ts';
import { exemptionOf, type FeeExemption, mayCheck } from '../rules/exemption.ts';
import { NEW_GROUP, readExemption } from '../rules/read-exemption.ts';
import { listFeeExemptions } from '../store/fee-exemptions.ts';
import { ExemptionPage } from './exemption-page.tsx';
import type { ExemptionView } from './exemption-view.ts';
import { type ExemptionLine, ExemptionsPage } from './exemptions-page.tsx';
import { paths } from './paths.ts';

const access = { roles: feeKeepers };
const params = z.object({ group: z.string().regex(/^[a-z-]{1,80}$/) });
const done = z.enum(['set', 'checked']).nullable().catch(null);
const form = z.object({
  key: z.uuid(),
  seen: typedField,
  name: typedField,
  'name-en': typedField,
  percent: typedField,
  procedures: typedField,
  channel: typedField,
  proof: typedField,
  basis: typedField,
  'valid-from': typedField,
  'valid-to': typedField,
});
const checkForm = z.object({ exemption: z.uuid(), source: typedField });
type Sent<F> = Request<z.infer<typeof params>, unknown, F>;

/** Who pays less, kept by people: groups, and one group with everything said about it. */
export function exemptionRoutes(deps: CataloguePageDeps): Route[] {
  return [
    route({ method: 'GET', path: paths.exemptions, access, handle: (request) => list(deps, request) }),
    route({
      method: 'GET',
      path: paths.exemption(':group'),
      access,
      params,
      query: z.object({ xong: done }),
      handle: (request) => show(deps, request, request.params.group, { done: request.query.xong }),
    }),
    route({
      method: 'POST',
      path: paths.exemption(':group'),
      access,
      params,
      form,
      handle: (request) => set(deps, request),
    }),
    route({
      method: 'POST',
      path: paths.checkExemption(':group'),
      access,
      params,
      form: checkForm,
      handle: (request) => check(deps, request),
    }),
  ];
}

async function list(deps: CataloguePageDeps, request: RequestContext): Promise<Reply> {
  const all = await listFeeExemptions(deps.db);
  const today = dateOf(request.legalNow);
  const groups = [...new Set(all.map((one) => one.key))];
  const lines = groups.flatMap((group): ExemptionLine[] => {
    const last = all.findLast((one) => one.key === group);
    if (!last) return [];
    const coming = last.validFrom > today ? last : undefined;
    return [{ group, last, today: exemptionOf(all, group, today), coming }];
  });
  return page(<ExemptionsPage frame={await deps.deskFrame(request)} lines={lines} />);
}

interface Shown {
  readonly typed?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly refusals?: readonly Refusal[];
  readonly done?: ExemptionView['done'];
}

async function show(
  deps: CataloguePageDeps,
  request: RequestContext,
  group: string,
  shown: Shown,
): Promise<Reply> {
  const all = await listFeeExemptions(deps.db);
  const history = all.filter((one) => one.key === group).reverse();
  const [last] = history;
  if (!last && group !== NEW_GROUP) return notFound();
  const refusals = shown.refusals ?? [];
  const accountId = request.actor?.accountId ?? '';
  const view: ExemptionView = {
    frame: await deps.deskFrame(request),
    group,
    history,
    typed: shown.typed ?? firstTyped(request, last),
    key: shown.key ?? deps.random.uuid(deps.machineMs()),
    errors: errorsOfRefusals(request.t, refusals),
    mayCheck: last !== undefined && mayCheck(last, accountId).ok,
    done: shown.done ?? null,
  };
  return page(<ExemptionPage view={view} />, statusOfRefusals(refusals));
}

/** What holds stands there already, from today on. */
function firstTyped({ legalNow }: RequestContext, last: FeeExemption | undefined): Record<string, string> {
  const today = { 'valid-from': formatCivilDate(dateOf(legalNow)) };
  if (!last) return { ...today, percent: '100' };
  return {
    ...today,
    name: last.name.vi,
    'name-en': last.name.en,
    percent: String(last.percent),
    procedures: last.procedureCodes?.join(', ') ?? '',
    channel: last.channel ?? '',
    proof: last.proofNeeded ? '1' : '',
    basis: last.basis,
    'valid-to': last.validTo === null ? '' : formatCivilDate(last.validTo),
  };
}

async function set(deps: CataloguePageDeps, request: Sent<z.infer<typeof form>>): Promise<Reply> {
  const { group } = request.params;
  const { key, seen, ...typed } = request.form;
  if (!request.actor) return notFound();
  const again = (refusals: readonly Refusal[]) => show(deps, request, group, { typed, key, refusals });
  const read = readExemption({
    name: typed.name,
    nameEn: typed['name-en'],
    percent: typed.percent,
    procedures: typed.procedures,
    channel: typed.channel,
    proof: typed.proof,
    basis: typed.basis,
    from: typed['valid-from'],
    to: typed['valid-to'],
  });
  if (!read.ok) return again(read.problems);
  const isNew = group === NEW_GROUP;
  const outcome = await setExemption(deps, {
    actor: request.actor,
    origin: auditOrigin(request),
    key,
    group: isNew ? null : group,
    seen: isNew ? null : seen,
    exemption: read.value,
  });
  return after(outcome, 'set', again);
}

async function check(deps: CataloguePageDeps, request: Sent<z.infer<typeof checkForm>>): Promise<Reply> {
  const { exemption, source } = request.form;
  if (!request.actor) return notFound();
  const outcome = await checkExemption(deps, {
    actor: request.actor,
    origin: auditOrigin(request),
    exemptionId: exemption,
    source,
  });
  return after(outcome, 'checked', (refusals) =>
    show(deps, request, request.params.group, { typed: { source }, refusals }),
  );
}

function after(
  outcome: Outcome<{ readonly group: string }>,
  what: NonNullable<ExemptionView['done']>,
  again: (refusals: readonly Refusal[]) => Promise<Reply>,
): Reply | Promise<Reply> {
  return outcome.ok
    ? redirect(`${paths.exemption(outcome.value.group)}?xong=${what}`)
    : again([outcome.refusal]);
}
