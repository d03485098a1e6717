import type { Refusal } from '#kernel/refusal.ts';
import { auditOrigin } from '#modules/audit/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { By } from '../actions/by.ts';
import type { CounterPageDeps } from '../deps.ts';
import type { Draft } from '../store/drafts.ts';

/** Who asks; the routes let nobody in without a post. */
export function byOf(request: RequestContext): By {
  if (!request.actor) throw new Error('the route lets only people with a post in');
  return { actor: request.actor, origin: auditOrigin(request) };
}

/** What stands around the pages of a draft; one of a training dossier has the band, its address cannot say it. */
export async function draftFrame(
  deps: Pick<CounterPageDeps, 'deskFrame'>,
  request: RequestContext,
  { training }: Pick<Draft, 'training'>,
): Promise<DeskFrame> {
  return { ...(await deps.deskFrame(request)), training };
}

// dossiers and catalogue name the fields of what they get, the page names its own
const fieldOf: Readonly<Record<string, string>> = {
  name: 'applicants.0.name',
  caseKey: 'case',
  adjustment: 'added-value',
  papers: 'papers',
};

export function errorsOf(t: Words, refusals: readonly Refusal[]): FormError[] {
  return refusals.map((refusal) => {
    const field = refusal.field && (fieldOf[refusal.field] ?? refusal.field);
    return { field: field === 'papers' ? undefined : field, text: textOfRefusal(t, refusal) };
  });
}
