import { z } from 'zod';
import { parseCardQr } from '#kernel/card-qr.ts';
import { timeOf } from '#kernel/civil-date.ts';
import { statusOfRefusal, textOfRefusal } from '#platform/http/refusal-status.ts';
import {
  bytes,
  json,
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { deleteDraft } from '../actions/delete-draft.ts';
import { openDraft } from '../actions/open-draft.ts';
import { previewOf } from '../actions/preview.ts';
import { readDraftScan } from '../actions/read-draft-scan.ts';
import { mayReopen } from '../actions/reopen-draft.ts';
import { saveDraft } from '../actions/save-draft.ts';
import type { CounterPageDeps } from '../deps.ts';
import { fieldsOf } from '../rules/fields.ts';
import { cardFields, scanTarget } from '../rules/fill-fields.ts';
import { byOf } from './asking.ts';
import { access, type DraftRequest, form, params, sentOf, showIntake } from './draft-form.tsx';
import { pressDraft, pressScan } from './draft-presses.ts';
import { DueSide } from './due-side.tsx';
import { paths } from './paths.ts';
import { scannedText } from './scanned-card.ts';

const at = (what: string) => paths.at(':draft', what);

/** The page of a draft and everything that keeps it. */
export function draftRoutes(deps: CounterPageDeps): Route[] {
  return [
    ...draftThings(deps),
    route({
      method: 'GET',
      path: paths.draft(':draft'),
      access,
      params,
      handle: async (request) =>
        (await mayReopen(deps, byOf(request), request.params.draft)) ? showIntake(deps, request) : notFound(),
    }),
    route({
      method: 'POST',
      path: paths.draft(':draft'),
      access,
      params,
      form,
      upload: true,
      handle: (request) => pressDraft(deps, request),
    }),
    route({
      method: 'POST',
      path: at('quet-the'),
      access,
      params,
      form,
      upload: true,
      handle: (request) => pressScan(deps, request),
    }),
    route({ method: 'POST', path: at('luu-nhap'), access, params, form, handle: (r) => autosave(deps, r) }),
    route({ method: 'POST', path: at('xem-truoc'), access, params, form, handle: (r) => preview(deps, r) }),
    route({ method: 'POST', path: at('quet'), access, params, form, handle: (r) => readCard(r) }),
  ];
}

// addresses that answer a press with the page itself: asked for again (reload, language) they lead back to it
const answered = ['tiep-nhan', 'ghi-nhan', 'toi-bo-sung', 'toi-khong-tiep-nhan', 'quet-the'];

/** What a draft holds besides its page. */
function draftThings(deps: CounterPageDeps): Route[] {
  return [
    ...answered.map((what) =>
      route({
        method: 'GET',
        path: at(what),
        access,
        params,
        handle: (request) => redirect(paths.draft(request.params.draft)),
      }),
    ),
    route({
      method: 'POST',
      path: at('xoa'),
      access,
      params,
      handle: async (request) => {
        const training = await deleteDraft(deps, byOf(request), request.params.draft);
        return redirect(paths.startOf(training));
      },
    }),
    route({
      method: 'GET',
      path: at('tep/:file'),
      access,
      params: params.extend({ file: z.uuid() }),
      handle: async (request) => sendScan(deps, request, request.params.file),
    }),
  ];
}

async function autosave(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  const saved = await saveDraft(deps, byOf(request), { ...sentOf(request), draftId: request.params.draft });
  if (!saved.ok) {
    const { code, params: about } = saved.refusal;
    const changed = code === 'counter/changed-meanwhile';
    const { t } = request;
    const message = changed ? t('counter.autosave.changed', about) : textOfRefusal(t, saved.refusal);
    return json({ code, message }, statusOfRefusal(saved.refusal));
  }
  return json({ time: timeOf(saved.value.updatedAt) });
}

/** The piece of the page that shows the due date, for what is typed now; nothing is kept. */
async function preview(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  const opened = await openDraft(deps, byOf(request).actor, request.params.draft, fieldsOf(request.form));
  if (!opened) return notFound();
  const reckoned = await previewOf(deps, opened, request.legalNow);
  return page(<DueSide t={request.t} opened={opened} preview={reckoned} />);
}

/** The card's text is taken apart here, so that there is one reading of it. */
function readCard(request: DraftRequest): Reply {
  const scan = [request.form['scan'] ?? ''].flat().at(-1) ?? '';
  const card = parseCardQr(scan);
  if (!card.ok) return json({ ok: false, message: textOfRefusal(request.t, card.refusal), fields: {} });
  const target = scanTarget(fieldsOf(request.form));
  const ok = card.value.spoiltBy === null;
  return json({ ok, message: scannedText(request.t, card.value), fields: cardFields(target, card.value) });
}

async function sendScan(
  deps: CounterPageDeps,
  request: DraftRequest | Parameters<typeof showIntake>[1],
  fileId: string,
): Promise<Reply> {
  const read = await readDraftScan(deps, byOf(request), request.params.draft, fileId);
  if (!read.ok) return notFound();
  const { sha256, mediaType, originalName } = read.value;
  return bytes(await deps.files.read(sha256), mediaType, originalName ?? undefined);
}
