import { z } from 'zod';
import { statusOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Reply, type Request, redirect, refusedPage } from '#platform/http/route.ts';
import { certify } from '../actions/certify.ts';
import { findPerson } from '../actions/find-person.ts';
import { openPage } from '../actions/open-page.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { type Fields, fieldsOf, textOf, withOneMore, withoutDocument } from '../rules/fields.ts';
import { knownFields } from '../rules/first-fields.ts';
import { byOf } from './asking.ts';
import { CertifyPage } from './certify-page.tsx';
import { type CertifyChange, certifyView } from './certify-view.ts';
import { paths } from './paths.ts';

/** Everything as typed: what is wrong is said on the page, never lost. */
export const form = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type CertifyRequest = Request<unknown, unknown, z.infer<typeof form>>;

interface Sent {
  readonly fields: Fields;
  readonly key: string;
  readonly press: string;
}

const uuid = z.uuid();
const FIRST_DOCUMENT = 'documents.0.name';

function sentOf(deps: CertificationPageDeps, request: CertifyRequest): Sent {
  const text = (name: string) => [request.form[name] ?? ''].flat().at(-1) ?? '';
  const key = uuid.safeParse(text('key'));
  return {
    fields: fieldsOf(request.form),
    key: key.success ? key.data : deps.random.uuid(deps.machineMs()),
    press: text('press'),
  };
}

/** The page with what is typed, and what has come of the press. */
export async function showPage(
  deps: CertificationPageDeps,
  request: Parameters<typeof byOf>[0],
  sent: Pick<Sent, 'fields' | 'key'>,
  change: CertifyChange = {},
): Promise<Reply> {
  const view = await certifyView(deps, request, sent, change);
  if (!view) return refusedPage({ code: 'certification/nothing-here' });
  const statuses = (change.refusals ?? []).map(statusOfRefusal);
  return page(<CertifyPage view={view} />, statuses.includes(409) ? 409 : (statuses[0] ?? 200));
}

/** Every button of the page sends the whole page here. */
export function pressPage(deps: CertificationPageDeps, request: CertifyRequest): Promise<Reply> {
  const sent = sentOf(deps, request);
  const [verb = '', about = ''] = sent.press.split(':');
  switch (verb) {
    case 'accept':
      return giveNumbers(deps, request, sent);
    case 'find':
      return find(deps, request, sent);
    case 'use':
      return use(deps, request, sent);
    case 'add':
      return addRow(deps, request, sent);
    case 'remove':
      return showPage(
        deps,
        request,
        { ...sent, fields: withoutDocument(sent.fields, about) },
        { focus: placeToGoOn(sent.fields) },
      );
    default:
      return textOf(sent.fields, 'find') === ''
        ? showPage(deps, request, sent, { focus: placeToGoOn(sent.fields) })
        : find(deps, request, sent);
  }
}

/** Where the work goes on when nothing else says so. */
function placeToGoOn(fields: Fields): string {
  return textOf(fields, 'name') === '' ? 'find' : FIRST_DOCUMENT;
}

async function giveNumbers(deps: CertificationPageDeps, request: CertifyRequest, sent: Sent): Promise<Reply> {
  const done = await certify(deps, byOf(request), sent);
  if (done.kind === 'done') return redirect(paths.done(done.dossier, done.repeated));
  if (done.kind === 'nothing-here') return refusedPage({ code: 'certification/nothing-here' });
  return showPage(deps, request, sent, { refusals: done.problems });
}

/** A card fills the page at once, a known person is offered, an unknown number goes into its field. */
async function find(deps: CertificationPageDeps, request: CertifyRequest, sent: Sent): Promise<Reply> {
  const opened = await openPage(deps, byOf(request).actor, sent.fields);
  if (!opened) return refusedPage({ code: 'certification/nothing-here' });
  const about = { fields: sent.fields, agencyId: opened.agency.id };
  const found = await findPerson(deps, byOf(request), about);
  if (!found.ok) return showPage(deps, request, sent, { refusals: [found.refusal] });
  const person = found.value;
  if (person.kind === 'known')
    return showPage(deps, request, sent, { known: { person: person.person }, focus: 'use' });
  const { find: _, ...rest } = sent.fields;
  if (person.kind === 'unknown') {
    const isTaxCode = person.number.length === 10 || person.number.includes('-');
    const fields = { ...rest, [isTaxCode ? 'tax-code' : 'id-number']: person.number };
    return showPage(deps, request, { ...sent, fields }, { known: { person: null }, focus: 'name' });
  }
  const fields = { ...rest, ...person.fields };
  return showPage(deps, request, { ...sent, fields }, { spoiltBy: person.spoiltBy, focus: FIRST_DOCUMENT });
}

async function use(deps: CertificationPageDeps, request: CertifyRequest, sent: Sent): Promise<Reply> {
  const opened = await openPage(deps, byOf(request).actor, sent.fields);
  if (!opened) return refusedPage({ code: 'certification/nothing-here' });
  const about = { fields: sent.fields, agencyId: opened.agency.id };
  const found = await findPerson(deps, byOf(request), about);
  if (!found.ok || found.value.kind !== 'known') return find(deps, request, sent);
  const { find: _, ...rest } = sent.fields;
  const fields = { ...rest, ...knownFields(found.value.person) };
  return showPage(deps, request, { ...sent, fields }, { focus: FIRST_DOCUMENT });
}

async function addRow(deps: CertificationPageDeps, request: CertifyRequest, sent: Sent): Promise<Reply> {
  const more = withOneMore(sent.fields);
  if (!more)
    return showPage(deps, request, sent, { refusals: [{ code: 'certification/too-many-documents' }] });
  return showPage(deps, request, { ...sent, fields: more.fields }, { focus: `${more.prefix}.name` });
}
