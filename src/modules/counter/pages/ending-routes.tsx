import type { Refusal } from '#kernel/refusal.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import {
  acceptDraft,
  askForCorrectionOfDraft,
  type Finished,
  notAcceptDraft,
  problemsOf,
  submitDraft,
} from '../actions/finish-draft.ts';
import { type OpenedDraft, openDraft } from '../actions/open-draft.ts';
import type { CounterPageDeps } from '../deps.ts';
import { type AskedPaper, firstAsked, readGuidance, readReason, typedAsked } from '../rules/guidance.ts';
import { Problems } from '../rules/problems.ts';
import { byOf, draftFrame, errorsOf } from './asking.ts';
import { CorrectionPage } from './correction-page.tsx';
import { access, type DraftRequest, form, keepAndGoOn, params, showIntake } from './draft-form.tsx';
import { endedAt } from './ended-at.ts';
import { statusOf } from './intake-view.ts';
import { paths } from './paths.ts';
import { RefusalPage } from './refusal-page.tsx';

type Opening = DraftRequest | Request<{ draft: string }>;
const at = (what: string) => paths.at(':draft', what);

/** How a draft ends: accepted, filed for later, sent back for correction, not accepted. */
export function endingRoutes(deps: CounterPageDeps): Route[] {
  const post = { method: 'POST', access, params, form } as const;
  const page = { ...post, upload: true } as const;
  return [
    route({ ...page, path: at('tiep-nhan'), handle: (request) => end(deps, request, acceptDraft, true) }),
    route({ ...page, path: at('ghi-nhan'), handle: (request) => end(deps, request, submitDraft, false) }),
    route({ ...page, path: at('toi-bo-sung'), handle: (request) => goTo(deps, request, 'bo-sung') }),
    route({ ...page, path: at('toi-khong-tiep-nhan'), handle: (r) => goTo(deps, r, 'khong-tiep-nhan') }),
    route({ method: 'GET', access, params, path: at('bo-sung'), handle: (r) => showCorrection(deps, r) }),
    route({ ...post, path: at('bo-sung'), handle: (request) => correct(deps, request) }),
    route({
      method: 'GET',
      access,
      params,
      path: at('khong-tiep-nhan'),
      handle: (r) => showRefusal(deps, r),
    }),
    route({ ...post, path: at('khong-tiep-nhan'), handle: (request) => refuse(deps, request) }),
  ];
}

function end(
  deps: CounterPageDeps,
  request: DraftRequest,
  action: typeof acceptDraft,
  isNew: boolean,
): Promise<Reply> {
  return keepAndGoOn(deps, request, async () => {
    const finished = await action(deps, byOf(request), request.params.draft);
    return answer(finished, isNew, (refusals) => showIntake(deps, request, { refusals }));
  });
}

async function answer(
  finished: Finished,
  isNew: boolean,
  again: (refusals: readonly Refusal[]) => Promise<Reply> | Reply,
): Promise<Reply> {
  if (finished.kind === 'not-found') return notFound();
  if (finished.kind === 'done') return redirect(paths.dossier(finished.dossier, isNew));
  const gone = finished.problems.find((one) => one.code === 'counter/not-found');
  if (gone) return refusedPage(gone); // there is no page left to say it on
  return again(finished.problems);
}

/** A paper goes out by name: what is on the page must hold before its reasons are written. */
function goTo(deps: CounterPageDeps, request: DraftRequest, what: string): Promise<Reply> {
  return keepAndGoOn(deps, request, async () => {
    const opened = await openDraft(deps, byOf(request).actor, request.params.draft);
    if (!opened) return notFound();
    const problems = problemsOf(opened, request.legalNow, 'name');
    if (problems.length > 0) return showIntake(deps, request, { refusals: problems });
    return redirect(paths.at(request.params.draft, what));
  });
}

async function openOr(
  deps: CounterPageDeps,
  request: Opening,
  show: (opened: OpenedDraft) => Promise<Reply>,
): Promise<Reply> {
  const opened = await openDraft(deps, byOf(request).actor, request.params.draft);
  if (!opened) return notFound();
  const { id, dossier } = opened.draft;
  return dossier === null ? show(opened) : endedAt(deps, { id, dossier });
}

function showCorrection(
  deps: CounterPageDeps,
  request: Opening,
  typed?: {
    readonly asked: readonly AskedPaper[];
    readonly reason: string;
    readonly refusals: readonly Refusal[];
  },
): Promise<Reply> {
  return openOr(deps, request, async ({ draft, offer }) => {
    const refusals = typed?.refusals ?? [];
    const view = {
      frame: await draftFrame(deps, request, draft),
      draftId: draft.id,
      procedureName: draft.procedureName,
      asked: typed?.asked ?? firstAsked(offer.papers, draft.fields),
      reason: typed?.reason ?? '',
      errors: errorsOf(request.t, refusals),
    };
    return page(<CorrectionPage view={view} />, statusOf(refusals));
  });
}

function correct(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  return openOr(deps, request, async ({ draft, offer }) => {
    const asked = typedAsked(firstAsked(offer.papers, draft.fields), request.form);
    const reason = [request.form['reason'] ?? ''].flat().at(-1) ?? '';
    const problems = new Problems();
    const guidance = readGuidance(asked, reason, problems);
    const again = (refusals: readonly Refusal[]) =>
      showCorrection(deps, request, { asked, reason, refusals });
    if (problems.list.length > 0) return again(problems.list);
    return answer(await askForCorrectionOfDraft(deps, byOf(request), draft.id, guidance), false, again);
  });
}

function showRefusal(
  deps: CounterPageDeps,
  request: Opening,
  typed?: { readonly reason: string; readonly refusals: readonly Refusal[] },
): Promise<Reply> {
  return openOr(deps, request, async ({ draft }) => {
    const refusals = typed?.refusals ?? [];
    const view = {
      frame: await draftFrame(deps, request, draft),
      draftId: draft.id,
      procedureName: draft.procedureName,
      reason: typed?.reason ?? '',
      errors: errorsOf(request.t, refusals),
    };
    return page(<RefusalPage view={view} />, statusOf(refusals));
  });
}

function refuse(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  return openOr(deps, request, async ({ draft }) => {
    const typed = [request.form['reason'] ?? ''].flat().at(-1) ?? '';
    const problems = new Problems();
    const reason = readReason(typed, problems);
    const again = (refusals: readonly Refusal[]) => showRefusal(deps, request, { reason: typed, refusals });
    if (problems.list.length > 0) return again(problems.list);
    return answer(await notAcceptDraft(deps, byOf(request), draft.id, reason), false, again);
  });
}
