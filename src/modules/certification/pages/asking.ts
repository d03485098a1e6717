import type { Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { inWords } from '#modules/dossiers/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { By } from '../actions/by.ts';

/** Who asks; the routes let nobody in without a post. */
export function byOf(request: RequestContext): By {
  if (!request.actor) throw new Error('the route lets only people with a post in');
  return { actor: request.actor, origin: auditOrigin(request) };
}

// dossiers and catalogue name the fields of what they get, the page names its own
const fieldOf: Readonly<Record<string, string | undefined>> = {
  caseKey: 'case',
  adjustment: 'added-value',
  papers: undefined,
};

export function errorsOf(t: Words, refusals: readonly Refusal[]): FormError[] {
  return refusals.map((refusal) => {
    const { field } = refusal;
    const own = field && field in fieldOf ? fieldOf[field] : field;
    return { field: own, text: textOfRefusal(t, inWords(t, refusal)) };
  });
}
