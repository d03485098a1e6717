import type { FastifyRequest } from 'fastify';
import { CSRF_FIELD } from './csrf.ts';
import { FieldCollector, type FormFields } from './form-fields.ts';
import { type ReadForm, readMultipart } from './uploads.ts';

/** What a press brought, for a page that gives it back when nothing could be done with it. */
export interface SentForm {
  readonly fields: FormFields;
  /** As it was sent: who forged a form has no good one, and gets none. */
  readonly token: string;
}

const read = new WeakMap<FastifyRequest, SentForm>();

/** The form of a press that has gone wrong, read now where that had not been done; no file is kept. */
export async function sentForm(request: FastifyRequest): Promise<SentForm | undefined> {
  if (!read.has(request)) await readForm(request, null, () => false);
  return read.get(request);
}

/** The form of a POST, however it was encoded; without a folder its files are read past. */
export async function readForm(
  request: FastifyRequest,
  uploadFolder: string | null,
  isToken: (value: unknown) => boolean,
): Promise<ReadForm> {
  let token = '';
  const noting = (value: unknown) => {
    token = String(value ?? '');
    return isToken(value);
  };
  const form = request.isMultipart()
    ? await readMultipart(request, uploadFolder, noting)
    : readEncoded(request, noting);
  read.set(request, { fields: form.fields, token });
  return form;
}

function readEncoded(request: FastifyRequest, isToken: (value: unknown) => boolean): ReadForm {
  const collector = new FieldCollector();
  for (const [name, value] of Object.entries(request.body ?? {})) {
    for (const one of [value].flat()) collector.add(name, String(one));
  }
  const token = collector.get(CSRF_FIELD) ?? request.headers['x-csrf-token'];
  return {
    fields: collector.fields(CSRF_FIELD),
    files: [],
    tokenIsGood: isToken(token),
    dispose: async () => {},
  };
}
