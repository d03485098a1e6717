import { z } from 'zod';
import { postAt } from '#kernel/actor.ts';
import { dateOf, parseCivilDate } from '#kernel/civil-date.ts';
import { parseDong } from '#kernel/money.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { getOffice } from '#modules/identity/index.ts';
import { statusOfRefusals } from '#platform/http/refusal-status.ts';
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
import { confirmQuarter } from '../actions/confirm-quarter.ts';
import type { QuarterPress } from '../actions/on-quarter.ts';
import { prepareQuarter } from '../actions/prepare-quarter.ts';
import { quarterState } from '../actions/quarter.ts';
import { recordTreasury, type ToTreasury } from '../actions/record-treasury.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles, receivingRoles } from '../rules/access.ts';
import { MOST_CASH } from '../rules/count-form.ts';
import { daysOf, type Quarter, readQuarter } from '../rules/quarter.ts';
import { byOf, formState, type Shown } from './asking.ts';
import { paths } from './paths.ts';
import { officeAsked, quarterAsked, quarterQuery } from './quarter-asked.ts';
import { QuarterPage } from './quarter-page.tsx';
import type { QuarterDone, QuarterView } from './quarter-view.ts';

const done = z.enum(['prepared', 'confirmed', 'treasury']).nullable().catch(null);
const query = z.object({ ...quarterQuery, xong: done });
const ids = { key: z.uuid(), quarter: z.string().max(20).catch(''), 'bo-phan': quarterQuery['bo-phan'] };
const treasuryForm = z.object({ ...ids, amount: typedField, date: typedField, document: typedField });
type Sent<F> = Request<unknown, unknown, F>;

/** The settlement of a quarter's fees at the person's one-stop. */
export function quarterRoutes(deps: CashPageDeps): Route[] {
  const post = { method: 'POST', form: z.object(ids) } as const;
  return [
    route({
      method: 'GET',
      path: paths.quarter,
      access: { roles: cashRoles },
      query,
      handle: (request) => {
        const { quy, xong, 'bo-phan': office } = request.query;
        return show(deps, request, quarterAsked(request, quy), { office, done: xong });
      },
    }),
    route({
      ...post,
      path: paths.prepareQuarter,
      access: { roles: cashRoles },
      handle: (request) => press(deps, request, 'prepared', (at) => prepareQuarter(deps, at)),
    }),
    route({
      ...post,
      path: paths.confirmQuarter,
      access: { roles: receivingRoles },
      handle: (request) => press(deps, request, 'confirmed', (at) => confirmQuarter(deps, at)),
    }),
    route({
      method: 'POST',
      path: paths.treasury,
      access: { roles: receivingRoles },
      form: treasuryForm,
      handle: (request) =>
        press(deps, request, 'treasury', async (at) => {
          const typed = readTreasury(request.form);
          return typed.ok ? recordTreasury(deps, at, typed.value) : typed;
        }),
    }),
  ];
}

function readTreasury(typed: z.infer<typeof treasuryForm>): Outcome<ToTreasury> {
  const amount = parseDong(typed.amount, MOST_CASH, 'amount');
  if (!amount.ok) return amount;
  const date = parseCivilDate(typed.date, 'date');
  if (!date.ok) return date;
  const { text } = cleanLine(typed.document);
  if (text === '') return refused('cash/document-missing', {}, 'document');
  if ([...text].length > 100) return refused('cash/note-too-long', { most: 100 }, 'document');
  return accepted({ amount: amount.value, documentNumber: text, documentDate: date.value });
}

async function press(
  deps: CashPageDeps,
  request: Sent<Pick<z.infer<typeof treasuryForm>, 'key' | 'quarter' | 'bo-phan'>>,
  what: QuarterDone,
  act: (at: QuarterPress) => Promise<Outcome<null>>,
): Promise<Reply> {
  const { key, quarter: typed, 'bo-phan': office, ...fields } = request.form;
  const asked = officeAsked(request, office);
  const quarter = readQuarter(typed);
  if (!asked || !quarter) return notFound();
  const { officeId, at } = asked;
  const outcome = await act({ ...byOf(request), key, officeId, quarter });
  if (outcome.ok) return redirect(`${paths.quarterOf({ quarter, at })}&xong=${what}`);
  if (outcome.refusal.code === 'cash/not-found') return notFound();
  return show(deps, request, quarter, {
    office,
    typed: fields as Record<string, string>,
    refusals: [outcome.refusal],
  });
}

async function show(
  deps: CashPageDeps,
  request: RequestContext,
  quarter: Quarter,
  shown: Shown<QuarterDone> & { readonly office: string | undefined },
): Promise<Reply> {
  const asked = officeAsked(request, shown.office);
  if (!asked) return notFound();
  const { officeId } = asked;
  const { actor } = byOf(request);
  const state = await quarterState(deps.db, officeId, quarter);
  const view: QuarterView = {
    frame: await deps.deskFrame(request),
    ...asked,
    officeName: (await getOffice(deps.db, officeId)).name,
    quarter,
    state,
    mayPrepare: dateOf(request.legalNow) > daysOf(quarter).to && state.openDays.length === 0,
    mayReceive: postAt(actor, receivingRoles, officeId) !== undefined,
    ownSettlement: state.settlement?.by.accountId === actor.accountId,
    ...formState(deps, request.t, shown),
  };
  return page(<QuarterPage view={view} />, statusOfRefusals(shown.refusals ?? []));
}
