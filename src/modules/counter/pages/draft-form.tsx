import { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';
import { notFound, page, type Reply, type Request, refusedPage } from '#platform/http/route.ts';
import { addFiles } from '../actions/add-files.ts';
import { receptionRoles } from '../actions/by.ts';
import { saveDraft } from '../actions/save-draft.ts';
import type { CounterPageDeps } from '../deps.ts';
import { type Fields, fieldsOf } from '../rules/fields.ts';
import { byOf } from './asking.ts';
import { endedAt } from './ended-at.ts';
import { IntakePage } from './intake-page.tsx';
import { type IntakeChange, intakeView, statusOf } from './intake-view.ts';
import { scannedCard } from './scanned-card.ts';

export const access = { roles: receptionRoles };
export const params = z.object({ draft: z.uuid() });
/** Everything as typed: what is wrong is said on the page, never lost. */
export const form = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export type DraftRequest = Request<z.infer<typeof params>, unknown, z.infer<typeof form>>;

export interface Sent {
  readonly fields: Fields;
  readonly seenVersion: number;
  readonly token: string;
  readonly press: string;
}

const uuid = z.uuid();

export function sentOf(request: DraftRequest): Sent {
  const text = (name: string) => [request.form[name] ?? ''].flat().at(-1) ?? '';
  const token = uuid.safeParse(text('page'));
  const version = /^\d{1,9}$/.test(text('version')) ? Number(text('version')) : 0;
  return {
    fields: fieldsOf(request.form),
    seenVersion: version,
    token: token.success ? token.data : '00000000-0000-4000-8000-000000000000',
    press: text('press'),
  };
}

export async function showIntake(
  deps: CounterPageDeps,
  request: DraftRequest | Request<z.infer<typeof params>>,
  change: IntakeChange = {},
): Promise<Reply> {
  const view = await intakeView(deps, request, request.params.draft, change);
  if (!view) return notFound();
  const { id, dossier } = view.opened.draft;
  if (dossier !== null) return endedAt(deps, { id, dossier });
  return page(<IntakePage view={view} />, statusOf(change.refusals ?? []));
}

/**
 * Keeps the page and its scans, then goes on. Every button of the page comes this way, so nothing that was
 * typed depends on which one was pressed. A scan ticks its paper; a card fills its person, and is shown to be
 * compared before anything else happens.
 */
export async function keepAndGoOn(
  deps: CounterPageDeps,
  request: DraftRequest,
  then: (sent: Sent) => Promise<Reply>,
  change: (fields: Fields) => Fields = (fields) => fields,
): Promise<Reply> {
  const sent = sentOf(request);
  const { problems, fields: scanned } = await keepScans(deps, request, sent.fields);
  const card = scannedCard(request.t, request.form);
  const fields = change(card.fill(scanned));
  const refusals = [...problems, ...card.problems];
  const saved = await saveDraft(deps, byOf(request), { ...sent, fields, draftId: request.params.draft });
  if (!saved.ok) return answerRefused(deps, request, fields, [saved.refusal, ...refusals]);
  const { id, dossier } = saved.value;
  if (dossier !== null) return endedAt(deps, { id, dossier });
  if (refusals.length > 0) return showIntake(deps, request, { refusals, scanText: card.text });
  if (card.said && sent.press !== 'later') return showIntake(deps, request, { scanned: card.said });
  return then({ ...sent, fields });
}

function answerRefused(
  deps: CounterPageDeps,
  request: DraftRequest,
  typed: Fields,
  refusals: readonly Refusal[],
): Promise<Reply> {
  const gone = refusals.find((one) => one.code === 'counter/not-found');
  if (gone) return Promise.resolve(refusedPage(gone));
  return showIntake(deps, request, { typed, refusals });
}

async function keepScans(
  deps: CounterPageDeps,
  request: DraftRequest,
  typed: Fields,
): Promise<{ fields: Fields; problems: readonly Refusal[] }> {
  const scans = request.files
    .filter((file) => /^files\.[a-z0-9.-]{1,80}$/.test(file.field))
    .map((file) => ({ ...file, paper: file.field.slice('files.'.length) }));
  if (scans.length === 0) return { fields: typed, problems: [] };
  const { papers, problems } = await addFiles(deps, byOf(request), request.params.draft, scans);
  const listed = papers.filter((paper) => !paper.startsWith('extra.'));
  const ticks = Object.fromEntries(listed.map((paper) => [`papers.${paper}.there`, '1']));
  return { fields: { ...typed, ...ticks }, problems };
}
