import type { Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { statusOfRefusal, textOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { By } from '../deps.ts';

/** Who asks; the routes let nobody in without a post. */
export function byOf(request: RequestContext): By {
  if (!request.actor) throw new Error('the route lets only people with a post in');
  return { actor: request.actor, origin: auditOrigin(request) };
}

/** Refusals with the names that their fields have on this page. */
export function errorsOf(
  t: Words,
  refusals: readonly Refusal[],
  fieldName: (field: string) => string = (field) => field,
): FormError[] {
  return refusals.map((refusal) => {
    const { state } = refusal.params ?? {};
    const params = state === undefined ? refusal.params : { state: t(`cash.state.${state}`) };
    const said = { ...refusal, ...(params ? { params } : {}) };
    return { field: refusal.field && fieldName(refusal.field), text: textOfRefusal(t, said) };
  });
}

/** Status of a page that tells of refusals: the first one's own. */
export function statusOf(refusals: readonly Refusal[]): number {
  return refusals[0] ? statusOfRefusal(refusals[0]) : 200;
}
