import type { Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { statusOfRefusal, textOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { By } from '../deps.ts';
import { differencesText, money } from './money-text.ts';

/** Who asks; the routes let nobody in without a post. */
export function byOf(request: RequestContext): By {
  if (!request.actor) throw new Error('the route lets only people with a post in');
  return { actor: request.actor, origin: auditOrigin(request) };
}

export function errorsOf(t: Words, refusals: readonly Refusal[]): FormError[] {
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

/** Status of a page that tells of refusals: the first one's own. */
export function statusOf(refusals: readonly Refusal[]): number {
  return refusals[0] ? statusOfRefusal(refusals[0]) : 200;
}
