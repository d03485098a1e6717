import type { Refusal } from '#kernel/refusal.ts';
import type { Party } from '#modules/dossiers/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { errorOf, type FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { type OpenedPage, openPage } from '../actions/open-page.ts';
import { type Preview, previewOf } from '../actions/preview.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import { firstFields } from '../rules/first-fields.ts';
import { doubtCodes } from '../rules/read-person.ts';
import { byOf, errorsOf } from './asking.ts';

/** Everything the page shows. */
export interface CertifyView {
  readonly frame: DeskFrame;
  readonly opened: OpenedPage;
  readonly fields: Fields;
  readonly preview: Preview;
  /** What makes a second press find the first. */
  readonly key: string;
  readonly errors: readonly FormError[];
  /** The number does not fit and may be confirmed. */
  readonly doubted: boolean;
  /** A known person, offered; null: nobody is known by the number. */
  readonly known: { readonly person: Party | null } | null;
  /** The card's letters were spoilt on their way. */
  readonly spoiltBy: string | null;
  /** Name of the field where the work goes on; `use` is the button that takes the known person. */
  readonly focus: string | null;
}

export interface CertifyChange {
  readonly refusals?: readonly Refusal[];
  readonly known?: CertifyView['known'];
  readonly spoiltBy?: string | null;
  readonly focus?: string | null;
}

/** Undefined: nothing is certified at this counter. */
export async function certifyView(
  deps: CertificationPageDeps,
  request: RequestContext,
  page: { readonly key: string; readonly fields: Fields },
  change: CertifyChange = {},
): Promise<CertifyView | undefined> {
  const opened = await openPage(deps, byOf(request).actor, page.fields);
  if (!opened) return undefined;
  const refusals = change.refusals ?? [];
  const first = firstFields(opened.procedure.code, opened.offer);
  // what is chosen of another procedure does not fit this one
  const fields = { ...first, ...page.fields, code: opened.procedure.code };
  return {
    frame: await deps.deskFrame(request),
    opened,
    fields,
    preview: await previewOf(deps, opened, fields, request.legalNow),
    key: page.key,
    errors: errorsOf(request.t, refusals),
    doubted: refusals.some((one) => doubtCodes.includes(one.code)),
    known: change.known ?? null,
    spoiltBy: change.spoiltBy ?? null,
    focus: refusals.length > 0 ? null : (change.focus ?? 'find'),
  };
}

/** What each field of the page gets: words, name, what is typed, what is wrong, whether the work goes on here. */
export function fieldProps({ frame, fields, errors, focus }: CertifyView, name: string) {
  return {
    t: frame.t,
    name,
    value: textOf(fields, name),
    error: errorOf(errors, name),
    autofocus: focus === name,
  };
}
