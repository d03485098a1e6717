import { z } from 'zod';
import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
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
import { setLocalFee } from '../actions/set-local-fee.ts';
import type { CataloguePageDeps } from '../deps.ts';
import { feeKeepers } from '../rules/access.ts';
import { readLocalFee } from '../rules/read-local-fee.ts';
import { listLocalFees } from '../store/local-fees.ts';
import { findProcedure } from '../store/procedures.ts';
import { LocalFeePage, type LocalFeeView } from './local-fee-page.tsx';
import { LocalFeesPage } from './local-fees-page.tsx';
import { askedAgency, listLocalFeeLines } from './local-fees-view.ts';
import { paths } from './paths.ts';

const access = { roles: feeKeepers };
const agencyCode = z.string().max(60).optional().catch(undefined);
const feeIndex = z.coerce.number().int().min(0).max(99).catch(0);
const params = z.object({ code: z.string().max(60) });
const form = z.object({
  key: z.uuid(),
  'co-quan': agencyCode,
  muc: feeIndex,
  amount: typedField,
  channel: typedField,
  'resolution-number': typedField,
  'resolution-date': typedField,
  'resolution-body': typedField,
  'valid-from': typedField,
  'valid-to': typedField,
  'whole-level': typedField,
});
type Form = z.infer<typeof form>;

export function localFeeRoutes(deps: CataloguePageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.localFees,
      access,
      query: z.object({ 'co-quan': agencyCode }),
      handle: async (request) => {
        const asked = await askedAgency(deps, request, request.query['co-quan']);
        if (!asked) return notFound();
        const lines = await listLocalFeeLines(deps, asked);
        return page(<LocalFeesPage view={{ frame: await deps.deskFrame(request), ...asked, lines }} />);
      },
    }),
    route({
      method: 'GET',
      path: paths.set(':code'),
      access,
      params,
      query: z.object({ 'co-quan': agencyCode, muc: feeIndex, xong: z.string().optional().catch(undefined) }),
      handle: (request) =>
        show(deps, request, {
          code: request.params.code,
          agencyCode: request.query['co-quan'],
          index: request.query.muc,
          done: request.query.xong !== undefined,
        }),
    }),
    route({ method: 'POST', path: paths.set(':code'), access, params, form, handle: (r) => set(deps, r) }),
  ];
}

interface Shown {
  readonly code: string;
  readonly agencyCode: string | undefined;
  readonly index: number;
  readonly typed?: Form;
  readonly refusals?: readonly Refusal[];
  readonly done?: boolean;
}

async function show(deps: CataloguePageDeps, request: RequestContext, shown: Shown): Promise<Reply> {
  const asked = await askedAgency(deps, request, shown.agencyCode);
  const procedure = asked && (await findProcedure(deps.db, shown.code, asked.today));
  const fee = procedure?.fees[shown.index];
  if (!asked || !procedure || fee?.amount !== null) return notFound();
  const all = await listLocalFees(deps.db, asked.agency.id);
  const refusals = shown.refusals ?? [];
  const view: LocalFeeView = {
    frame: await deps.deskFrame(request),
    agency: asked.agency,
    procedure,
    index: shown.index,
    per: fee.per,
    note: fee.note,
    history: all.filter((one) => one.procedureCode === procedure.code && one.per === fee.per),
    typed: shown.typed ? textsOf(shown.typed) : firstTyped(request, all[0]),
    key: shown.typed?.key ?? deps.random.uuid(deps.machineMs()),
    errors: errorsOfRefusals(request.t, refusals),
    done: shown.done ?? false,
  };
  return page(<LocalFeePage view={view} />, statusOfRefusals(refusals));
}

/** One resolution sets many fees: the one typed last stands there already. */
function firstTyped({ legalNow }: RequestContext, last: LocalFeeView['history'][number] | undefined) {
  return {
    'valid-from': formatCivilDate(last?.validFrom ?? dateOf(legalNow)),
    ...(last
      ? {
          'resolution-number': last.resolution.number,
          'resolution-date': formatCivilDate(last.resolution.date),
          'resolution-body': last.resolution.body,
        }
      : {}),
  };
}

function textsOf({ muc, ...typed }: Form): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
}

async function set(
  deps: CataloguePageDeps,
  request: Request<z.infer<typeof params>, unknown, Form>,
): Promise<Reply> {
  const { code } = request.params;
  const { key, muc: index, 'co-quan': agencyCode, ...typed } = request.form;
  const again = (refusals: readonly Refusal[]) =>
    show(deps, request, { code, agencyCode, index, typed: request.form, refusals });
  const asked = await askedAgency(deps, request, agencyCode);
  const procedure = asked && (await findProcedure(deps.db, code, asked.today));
  const per = procedure?.fees[index]?.per;
  if (!asked || !request.actor || per === undefined) return notFound();
  const read = readLocalFee({
    per,
    channel: typed.channel,
    amount: typed.amount,
    number: typed['resolution-number'],
    date: typed['resolution-date'],
    body: typed['resolution-body'],
    from: typed['valid-from'],
    to: typed['valid-to'],
  });
  if (!read.ok) return again(read.problems);
  const outcome = await setLocalFee(deps, {
    actor: request.actor,
    origin: auditOrigin(request),
    key,
    agencyId: asked.agency.id,
    wholeLevel: typed['whole-level'] === '1',
    code,
    fee: read.value,
  });
  return outcome.ok ? redirect(paths.setAt(code, asked.agency.code, index, true)) : again([outcome.refusal]);
}
