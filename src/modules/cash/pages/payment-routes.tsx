import { z } from 'zod';
import { parseDong } from '#kernel/money.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { readDossier } from '#modules/dossiers/index.ts';
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
import { giveBack } from '../actions/give-back.ts';
import type { MoneyPress } from '../actions/on-payment.ts';
import { takePayment } from '../actions/take-payment.ts';
import { voidReceipt } from '../actions/void-receipt.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles, takingRoles } from '../rules/access.ts';
import type { Method } from '../rules/charge.ts';
import { MOST_CASH } from '../rules/count-form.ts';
import { giveBackReasons, LONGEST_NOTE, voidReasons } from '../rules/reasons.ts';
import { byOf, formState, type Shown } from './asking.ts';
import { paths, routePaths } from './paths.ts';
import { PaymentPage } from './payment-page.tsx';
import { type PaymentDone, type PaymentView, paymentParts } from './payment-view.ts';

const params = z.object({ number: z.string().max(80) });
const done = z.enum(['taken', 'given-back', 'voided']).nullable().catch(null);
const ids = { key: z.uuid(), payment: z.uuid() };
const taking = z.object({ ...ids, method: typedField });
const giving = z.object({
  ...ids,
  seen: typedField,
  'back-amount': typedField,
  'back-method': typedField,
  'back-reason': typedField,
  'back-note': typedField,
});
const voiding = z.object({ ...ids, 'void-reason': typedField, 'void-note': typedField });
type Form = z.infer<typeof taking> | z.infer<typeof giving> | z.infer<typeof voiding>;

/** The money of a dossier. */
export function paymentRoutes(deps: CashPageDeps): Route[] {
  const post = { method: 'POST', access: { roles: takingRoles }, params } as const;
  return [
    route({
      method: 'GET',
      path: routePaths.payment,
      access: { roles: cashRoles },
      params,
      query: z.object({ xong: done }),
      handle: (request) => show(deps, request, request.params.number, { done: request.query.xong }),
    }),
    route({ ...post, path: routePaths.payment, form: taking, handle: (r) => pressTake(deps, r) }),
    route({ ...post, path: routePaths.giveBack, form: giving, handle: (r) => pressGiveBack(deps, r) }),
    route({ ...post, path: routePaths.void, form: voiding, handle: (r) => pressVoid(deps, r) }),
  ];
}

type Sent<F> = Request<z.infer<typeof params>, unknown, F>;

function pressTake(deps: CashPageDeps, request: Sent<z.infer<typeof taking>>): Promise<Reply> {
  const method = oneOf(methods, request.form.method, 'method', 'cash/method-missing');
  return press(deps, request, 'taken', (at) =>
    method.ok ? takePayment(deps, at, { method: method.value }) : Promise.resolve(method),
  );
}

function pressGiveBack(deps: CashPageDeps, request: Sent<z.infer<typeof giving>>): Promise<Reply> {
  const { form } = request;
  const method = oneOf(methods, form['back-method'], 'back-method', 'cash/method-missing');
  const reason = oneOf(giveBackReasons, form['back-reason'], 'back-reason', 'cash/reason-missing');
  const note = noteOf(form['back-note'], 'back-note');
  const seen = /^\d{1,12}$/.test(form.seen) ? Number(form.seen) : -1;
  const amount = partOf(form['back-amount'], seen);
  return press(deps, request, 'given-back', async (at) => {
    if (!amount.ok) return amount;
    if (!method.ok) return method;
    if (!reason.ok) return reason;
    if (!note.ok) return note;
    const input = { seen, method: method.value, reason: reason.value, note: note.value };
    return onField(await giveBack(deps, at, { ...input, amount: amount.value }), 'back-');
  });
}

function pressVoid(deps: CashPageDeps, request: Sent<z.infer<typeof voiding>>): Promise<Reply> {
  const { form } = request;
  const reason = oneOf(voidReasons, form['void-reason'], 'void-reason', 'cash/reason-missing');
  const note = noteOf(form['void-note'], 'void-note');
  return press(deps, request, 'voided', async (at) => {
    if (!reason.ok) return reason;
    if (!note.ok) return note;
    return onField(await voidReceipt(deps, at, { reason: reason.value, note: note.value }), 'void-');
  });
}

const methods = ['cash', 'transfer'] as const satisfies readonly Method[];

function oneOf<T extends string>(
  among: readonly T[],
  typed: string,
  field: string,
  code: string,
): Outcome<T> {
  const found = among.find((one) => one === typed);
  return found ? accepted(found) : refused(code, {}, field);
}

function noteOf(typed: string, field: string): Outcome<string> {
  const note = typed.trim();
  return [...note].length <= LONGEST_NOTE
    ? accepted(note)
    : refused('cash/note-too-long', { most: LONGEST_NOTE }, field);
}

/** Empty: all that the page showed. */
function partOf(typed: string, seen: number): Outcome<number> {
  return typed.trim() === '' ? accepted(seen) : parseDong(typed, MOST_CASH, 'back-amount');
}

/** The action names its fields `note` and `amount`; on the page each form's own stand before them. */
function onField(outcome: Outcome<null>, prefix: string): Outcome<null> {
  if (outcome.ok || outcome.refusal.field === undefined) return outcome;
  return { ok: false, refusal: { ...outcome.refusal, field: `${prefix}${outcome.refusal.field}` } };
}

async function press(
  deps: CashPageDeps,
  request: Sent<Form>,
  what: PaymentDone,
  act: (at: MoneyPress) => Promise<Outcome<null>>,
): Promise<Reply> {
  const { number } = request.params;
  const { key, payment: paymentId, ...typed } = request.form;
  const outcome = await act({ ...byOf(request), key, number, paymentId });
  if (outcome.ok) return redirect(`${paths.payment(number)}?xong=${what}`);
  if (outcome.refusal.code.endsWith('/not-found')) return notFound();
  return show(deps, request, number, { typed, refusals: [outcome.refusal] });
}

async function show(
  deps: CashPageDeps,
  request: RequestContext,
  number: string,
  shown: Shown<PaymentDone>,
): Promise<Reply> {
  const read = await readDossier(deps, byOf(request), number);
  if (!read.ok || read.value.dossier.number === null) return notFound();
  const { dossier } = read.value;
  const view: PaymentView = {
    frame: await deps.deskFrame(request),
    dossier,
    number: read.value.dossier.number,
    parts: await paymentParts(deps, request, dossier),
    ...formState(deps, request.t, shown),
  };
  return page(<PaymentPage view={view} />, statusOfRefusals(shown.refusals ?? []));
}
