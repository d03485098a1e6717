import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { CSRF_FIELD } from './csrf.ts';
import { cleanText, FieldCollector, type FormFields } from './form-fields.ts';
import type { UploadedFile } from './route.ts';
import { FILE_BYTES, FILES_PER_FORM, FORM_BYTES } from './server-options.ts';

export interface ReadForm {
  readonly fields: FormFields;
  readonly files: readonly UploadedFile[];
  readonly tokenIsGood: boolean;
  /** Removes the temporary copies. */
  readonly dispose: () => Promise<void>;
}

const limits = {
  fileSize: FILE_BYTES,
  files: FILES_PER_FORM,
  fields: 400,
  fieldSize: FORM_BYTES,
  fieldNameSize: 200,
  headerPairs: 50,
};

/**
 * Streams a form with files to temporary copies. The token has to be the first field: without a good one, or
 * without a folder, not one byte of a file is written. A file over the limit is cut off and marked, the others
 * arrive. The fields together are no longer than those of a form without files.
 */
export async function readMultipart(
  request: FastifyRequest,
  folder: string | null,
  isToken: (value: unknown) => boolean,
): Promise<ReadForm> {
  const collector = new FieldCollector();
  const files: UploadedFile[] = [];
  let place: string | undefined;
  let tokenIsGood = false;
  let length = 0;
  const dispose = async () => {
    if (place) await rm(place, { recursive: true, force: true });
  };
  try {
    for await (const part of partsOf(request)) {
      if (part.type === 'field') {
        length += part.fieldname.length + String(part.value ?? '').length;
        if (length > FORM_BYTES)
          throw Object.assign(new Error('the fields are too long'), { statusCode: 413 });
        if (part.fieldname === CSRF_FIELD) tokenIsGood = isToken(part.value);
        else collector.add(cleanText(part.fieldname), String(part.value ?? ''));
      } else if (folder === null || !tokenIsGood || part.filename === '') {
        await pipeline(part.file, discard()).catch(throwUnreadable);
      } else {
        place ??= await newFolder(folder);
        files.push(await keep(part, join(place, String(files.length))));
      }
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return { fields: collector.fields(CSRF_FIELD), files, tokenIsGood, dispose };
}

/** A form that is cut off, or a part without a name, is the sender's trouble and not ours. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    for await (const part of request.parts({ limits })) {
      if (part.fieldname === undefined) throw new Error('a part without a name');
      yield part;
    }
  } catch (error) {
    throwUnreadable(error);
  }
}

/** The reader of forms throws bare errors; those of the disk carry a code. */
function throwUnreadable(error: unknown): never {
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  if (code !== undefined || statusCode !== undefined) throw error;
  throw Object.assign(new Error('the form cannot be read', { cause: error }), { statusCode: 400 });
}

async function newFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  return mkdtemp(join(parent, 'upload-'));
}

function discard(): Transform {
  return new Transform({ transform: (_chunk, _encoding, done) => done() }).resume();
}

async function keep(part: MultipartFile, path: string): Promise<UploadedFile> {
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(part.file), count, createWriteStream(path, { mode: 0o600 })).catch(
    throwUnreadable,
  );
  const fileName = cleanText(part.filename.replace(/^.*[/\\]/, '')).slice(0, 200);
  return { field: part.fieldname, fileName, path, size, tooLarge: part.file.truncated };
}
