import { parseCardQr } from '#kernel/card-qr.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Party } from '#modules/dossiers/index.ts';
import { type Reply, redirect } from '#platform/http/route.ts';
import { findParty } from '../actions/find-party.ts';
import { openDraft } from '../actions/open-draft.ts';
import { removeFiles } from '../actions/remove-files.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { seeDossier } from '../actions/see-dossier.ts';
import type { CounterPageDeps } from '../deps.ts';
import { type Fields, nextPrefix, withoutPart, withPart } from '../rules/fields.ts';
import { partyFields } from '../rules/fill-fields.ts';
import { byOf } from './asking.ts';
import { type DraftRequest, keepAndGoOn, type Sent, sentOf, showIntake } from './draft-form.tsx';
import { paths } from './paths.ts';

const part = /^(?:applicants\.\d|authorised|extra\.\d{1,2})$/;

/** The buttons of the page that change what is typed, or only keep it. */
export function pressDraft(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  const [verb = '', about = ''] = sentOf(request).press.split(':');
  const here = async () => redirect(paths.draft(request.params.draft));
  switch (verb) {
    case 'later':
      return keepAndGoOn(deps, request, async () => {
        const opened = await openDraft(deps, byOf(request).actor, request.params.draft);
        return redirect(paths.startOf(opened?.draft.training ?? false));
      });
    case 'add-applicant':
      return keepAndGoOn(deps, request, here, (fields) =>
        withOneMore(fields, 'applicants', 'kind', 'person'),
      );
    case 'add-paper':
      return keepAndGoOn(deps, request, here, (fields) => withOneMore(fields, 'extra', 'originals', '1'));
    case 'remove':
      return keepAndGoOn(
        deps,
        request,
        () => removePart(deps, request, about),
        (fields) => (part.test(about) ? withoutPart(fields, about) : fields),
      );
    case 'find':
      return keepAndGoOn(deps, request, (sent) => offerKnown(deps, request, sent, about));
    case 'use':
      return keepAndGoOn(deps, request, (sent) => useKnown(deps, request, sent, about));
    case 'drop-file':
      return keepAndGoOn(deps, request, async () => {
        await removeFiles(deps, byOf(request), request.params.draft, (file) => file.fileId === about);
        return here();
      });
    case 'mine':
      return overwrite(deps, request);
    case 'see':
      return keepAndGoOn(deps, request, async () => {
        await seeDossier(deps, byOf(request), request.params.draft);
        return here();
      });
    default:
      return keepAndGoOn(deps, request, here);
  }
}

/** Without scripts the button beside the reader's field does the same as the reader. */
export function pressScan(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  const empty = parseCardQr('');
  const refusals = empty.ok ? [] : [{ ...empty.refusal, field: 'scan' }];
  return keepAndGoOn(deps, request, () => showIntake(deps, request, { refusals }));
}

/** Another window saved a later version: the person has seen that, and puts this page in its place. */
async function overwrite(deps: CounterPageDeps, request: DraftRequest): Promise<Reply> {
  const opened = await openDraft(deps, byOf(request).actor, request.params.draft);
  const version = String(opened?.draft.version ?? 0);
  const seen = { ...request, form: { ...request.form, version } };
  return keepAndGoOn(deps, seen, async () => redirect(paths.draft(request.params.draft)));
}

function withOneMore(fields: Fields, where: 'applicants' | 'extra', name: string, value: string): Fields {
  const prefix = nextPrefix(fields, where);
  return prefix ? withPart(fields, prefix, { [name]: value }) : fields;
}

async function removePart(deps: CounterPageDeps, request: DraftRequest, prefix: string): Promise<Reply> {
  const { draft } = request.params;
  if (prefix.startsWith('extra.'))
    await removeFiles(deps, byOf(request), draft, (file) => file.paper === prefix);
  return redirect(paths.draft(draft));
}

async function known(
  deps: CounterPageDeps,
  request: DraftRequest,
  fields: Fields,
  prefix: string,
): Promise<Outcome<Party | null>> {
  const opened = await openDraft(deps, byOf(request).actor, request.params.draft);
  if (!opened || !part.test(prefix)) return accepted(null);
  if (opened.draft.training) return refused('counter/training-knows-nobody');
  return findParty(deps, byOf(request), { fields, prefix, agencyId: opened.agency.id });
}

async function offerKnown(
  deps: CounterPageDeps,
  request: DraftRequest,
  sent: Sent,
  prefix: string,
): Promise<Reply> {
  const found = await known(deps, request, sent.fields, prefix);
  if (!found.ok) return showIntake(deps, request, { refusals: [found.refusal] });
  return showIntake(deps, request, { known: { prefix, party: found.value } });
}

async function useKnown(
  deps: CounterPageDeps,
  request: DraftRequest,
  sent: Sent,
  prefix: string,
): Promise<Reply> {
  const { draft } = request.params;
  const found = await known(deps, request, sent.fields, prefix);
  if (!found.ok) return showIntake(deps, request, { refusals: [found.refusal] });
  if (found.value) {
    const fields = withPart(sent.fields, prefix, partyFields(found.value));
    // the page has just been kept under this token: its own change is no conflict
    await saveDraft(deps, byOf(request), { ...sent, fields, draftId: draft });
  }
  return redirect(paths.draft(draft));
}
