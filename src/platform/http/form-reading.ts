import type { FastifyRequest } from 'fastify';
import { CSRF_FIELD } from './csrf.ts';
import { FieldCollector } from './form-fields.ts';
import { type ReadForm, readMultipart } from './uploads.ts';

/** The form of a POST, however it was encoded; without a folder its files are read past. */
export async function readForm(
  request: FastifyRequest,
  uploadFolder: string | null,
  isToken: (value: unknown) => boolean,
): Promise<ReadForm> {
  if (request.isMultipart()) return readMultipart(request, uploadFolder, isToken);
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
