import type { Refusal } from '#kernel/refusal.ts';
import type { Party } from '#modules/dossiers/index.ts';
import { statusOfRefusal } from '#platform/http/refusal-status.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { errorOf, type FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { type OpenedDraft, openDraft } from '../actions/open-draft.ts';
import { type Preview, previewOf } from '../actions/preview.ts';
import type { CounterPageDeps } from '../deps.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import { isCopied } from '../rules/like-before.ts';
import { doubtCodes } from '../rules/read-party.ts';
import { byOf, draftFrame, errorsOf } from './asking.ts';

/** Everything the intake page shows. */
export interface IntakeView {
  readonly frame: DeskFrame;
  readonly opened: OpenedDraft;
  readonly preview: Preview;
  /** Of this very page: its own saves are no conflict. */
  readonly token: string;
  readonly errors: readonly FormError[];
  /** Parts whose number does not fit and may be confirmed. */
  readonly doubted: ReadonlySet<string>;
  /** Somebody changed the dossier meanwhile: may be taken note of. */
  readonly dossierChanged: boolean;
  /** A known person, offered for a part of the page. */
  readonly known: { readonly prefix: string; readonly party: Party | null } | null;
  /** What the card reader read. */
  readonly scanned: { readonly ok: boolean; readonly text: string } | null;
  /** What stands in the reader's field: text that could not be read stays there. */
  readonly scanText: string;
  /** Opened, not answered: the focus goes to the first field. */
  readonly anew: boolean;
}

export interface IntakeChange {
  /** What was typed, where it is not kept. */
  readonly typed?: Fields | undefined;
  readonly refusals?: readonly Refusal[];
  readonly known?: IntakeView['known'];
  readonly scanned?: IntakeView['scanned'];
  readonly scanText?: string;
}

export async function intakeView(
  deps: CounterPageDeps,
  request: RequestContext,
  draftId: string,
  change: IntakeChange = {},
): Promise<IntakeView | undefined> {
  const opened = await openDraft(deps, byOf(request).actor, draftId, change.typed);
  if (!opened) return undefined;
  const refusals = change.refusals ?? [];
  const doubts = refusals.filter((one) => doubtCodes.includes(one.code));
  return {
    frame: await draftFrame(deps, request, opened.draft),
    opened,
    preview: await previewOf(deps, opened, request.legalNow),
    token: deps.random.uuid(deps.machineMs()),
    errors: errorsOf(request.t, refusals),
    doubted: new Set(doubts.map((one) => (one.field ?? '').replace(/\.[^.]+$/, ''))),
    dossierChanged: refusals.some((one) => one.code === 'dossiers/changed-meanwhile'),
    known: change.known ?? null,
    scanned: change.scanned ?? null,
    scanText: change.scanText ?? '',
    anew: Object.keys(change).length === 0,
  };
}

/** Status of a page that tells of refusals: the gravest one's own. */
export function statusOf(refusals: readonly Refusal[]): number {
  const statuses = refusals.map(statusOfRefusal);
  return statuses.includes(409) ? 409 : (statuses[0] ?? 200);
}

/** What each field of the page gets: words, name, what is typed, what is wrong. */
export function fieldProps(view: IntakeView, name: string) {
  const { frame, opened, errors } = view;
  const { fields, like } = opened.draft;
  return {
    t: frame.t,
    name,
    value: textOf(fields, name),
    error: errorOf(errors, name),
    hint: like && isCopied(fields, like.copied, name) ? frame.t('counter.like.copied') : undefined,
  };
}

/** A case is still to be chosen: time limit and papers follow from it. */
export function choosesCase({ opened }: IntakeView): boolean {
  return opened.procedure.cases.length > 0 && textOf(opened.draft.fields, 'case') === '';
}
