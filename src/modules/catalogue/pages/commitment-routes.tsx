import { z } from 'zod';
import { addDays, type CivilDate, dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Refusal } from '#kernel/refusal.ts';
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
import { setCommitment } from '../actions/set-commitment.ts';
import type { CataloguePageDeps } from '../deps.ts';
import { commitmentKeepers } from '../rules/access.ts';
import { type CommittedLimit, limitsToShorten } from '../rules/commitment.ts';
import { readCommitment } from '../rules/read-commitment.ts';
import { listCommitments } from '../store/commitments.ts';
import { findProcedure } from '../store/procedures.ts';
import { CommitmentPage } from './commitment-page.tsx';
import { CommitmentsPage } from './commitments-page.tsx';
import { listCommitmentLines } from './commitments-view.ts';
import { askedAgency } from './local-fees-view.ts';
import { commitmentPaths as paths } from './paths.ts';

const access = { roles: commitmentKeepers };
const agencyCode = z.string().max(60).optional().catch(undefined);
const params = z.object({ code: z.string().max(60) });
const form = z.object({
  key: z.uuid(),
  'co-quan': agencyCode,
  value: typedField,
  unit: typedField,
  none: typedField,
  'resolution-number': typedField,
  'resolution-date': typedField,
  'resolution-body': typedField,
  'valid-from': typedField,
  'valid-to': typedField,
});
type Form = z.infer<typeof form>;

export function commitmentRoutes(deps: CataloguePageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.all,
      access,
      query: z.object({ 'co-quan': agencyCode }),
      handle: async (request) => {
        const asked = await askedAgency(deps, request, request.query['co-quan']);
        if (!asked) return notFound();
        const lines = await listCommitmentLines(deps, asked);
        return page(<CommitmentsPage view={{ frame: await deps.deskFrame(request), ...asked, lines }} />);
      },
    }),
    route({
      method: 'GET',
      path: paths.set(':code'),
      access,
      params,
      query: z.object({ 'co-quan': agencyCode, xong: z.enum(['set', 'ended']).optional().catch(undefined) }),
      handle: ({ query, ...request }) =>
        show(deps, request, {
          code: request.params.code,
          agencyCode: query['co-quan'],
          done: query.xong,
        }),
    }),
    route({ method: 'POST', path: paths.set(':code'), access, params, form, handle: (r) => set(deps, r) }),
  ];
}

interface Shown {
  readonly code: string;
  readonly agencyCode: string | undefined;
  readonly typed?: Form;
  readonly refusals?: readonly Refusal[];
  readonly done?: 'set' | 'ended' | undefined;
}

async function show(deps: CataloguePageDeps, request: RequestContext, shown: Shown): Promise<Reply> {
  const asked = await askedAgency(deps, request, shown.agencyCode);
  const procedure = asked && (await findProcedure(deps.db, shown.code, asked.today));
  if (!asked || !procedure || limitsToShorten(procedure).length === 0) return notFound();
  const all = await listCommitments(deps.db, asked.agency.id);
  const refusals = shown.refusals ?? [];
  const view = {
    frame: await deps.deskFrame(request),
    ...{ agency: asked.agency, procedure, today: asked.today },
    history: all.filter((one) => one.procedureCode === procedure.code),
    typed: shown.typed ? textsOf(shown.typed) : firstTyped(request, all[0]),
    key: shown.typed?.key ?? deps.random.uuid(deps.machineMs()),
    errors: errorsOfRefusals(request.t, refusals),
    done: shown.done,
  };
  return page(<CommitmentPage view={view} />, statusOfRefusals(refusals));
}

/** One decision promises for many procedures: the one typed last stands there already. */
function firstTyped({ legalNow }: RequestContext, last: CommittedLimit | undefined): Record<string, string> {
  const tomorrow = addDays(dateOf(legalNow), 1);
  if (!last) return { 'valid-from': formatCivilDate(tomorrow) };
  const { decision, validFrom } = last;
  return {
    'valid-from': formatCivilDate(later(validFrom, tomorrow)),
    'resolution-number': decision.number,
    'resolution-date': formatCivilDate(decision.date),
    'resolution-body': decision.body,
  };
}

const later = (one: CivilDate, other: CivilDate) => (one > other ? one : other);

function textsOf(typed: Form): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
}

async function set(
  deps: CataloguePageDeps,
  request: Request<z.infer<typeof params>, unknown, Form>,
): Promise<Reply> {
  const { code } = request.params;
  const { key, 'co-quan': agencyCode, ...typed } = request.form;
  const again = (refusals: readonly Refusal[]) =>
    show(deps, request, { code, agencyCode, typed: request.form, refusals });
  const asked = await askedAgency(deps, request, agencyCode);
  if (!asked || !request.actor) return notFound();
  const read = readCommitment({
    ...{ value: typed.value, unit: typed.unit, none: typed.none },
    ...{ number: typed['resolution-number'], date: typed['resolution-date'], body: typed['resolution-body'] },
    ...{ from: typed['valid-from'], to: typed['valid-to'] },
  });
  if (!read.ok) return again(read.problems);
  const { agency } = asked;
  const press = { actor: request.actor, origin: auditOrigin(request), key, agency, code, wanted: read.value };
  const outcome = await setCommitment(deps, press);
  return outcome.ok
    ? redirect(paths.setAt(code, agency.code, read.value.limit ? 'set' : 'ended'))
    : again([outcome.refusal]);
}
