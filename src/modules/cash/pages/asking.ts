import type { Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { By, CashPageDeps } from '../deps.ts';
import { differencesText, money } from './money-text.ts';

/** Who asks; the routes let nobody in without a post. */
export function byOf(request: RequestContext): By {
  if (!request.actor) throw new Error('the route lets only people with a post in');
  return { actor: request.actor, origin: auditOrigin(request) };
}

function errorsOf(t: Words, refusals: readonly Refusal[]): FormError[] {
  return refusals.map((refusal) => {
    const said = { ...refusal, params: inWords(t, refusal) };
    return { field: refusal.field, text: textOfRefusal(t, said) };
  });
}

/** States and differences are said in words. */
function inWords(t: Words, { params = {} }: Refusal): Record<string, string | number> {
  const { state, cash, transfer, remains } = params;
  return {
    ...params,
    ...(remains === undefined ? {} : { remains: money(Number(remains)) }),
    ...(state === undefined ? {} : { state: t(`cash.state.${state}`) }),
    ...(cash === undefined || transfer === undefined
      ? {}
      : { difference: differencesText(t, { cash: Number(cash), transfer: Number(transfer) }) }),
  };
}

/** A form as it is shown: what was typed and why it was refused, or what was done a moment ago. */
export interface FormState<Done extends string> {
  /** Of the next press. */
  readonly key: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly done: Done | null;
}

/** Why a page is shown; nothing of it: for the first time. */
export interface Shown<Done extends string> {
  readonly typed?: Readonly<Record<string, string>>;
  readonly refusals?: readonly Refusal[];
  readonly done?: Done | null;
}

export function formState<Done extends string>(
  { random, machineMs }: Pick<CashPageDeps, 'random' | 'machineMs'>,
  t: Words,
  { typed = {}, refusals = [], done = null }: Shown<Done>,
): FormState<Done> {
  return { key: random.uuid(machineMs()), typed, errors: errorsOf(t, refusals), done };
}
