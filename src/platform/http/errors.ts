import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDiskFull, isOutage } from '#platform/db/outage.ts';
import type { Words } from '#platform/i18n/words.ts';
import { openContext } from './context.ts';
import { comesFromHere } from './csrf.ts';
import { resendable } from './form-fields.ts';
import { sentForm } from './form-reading.ts';
import { type Notice, type NoticeKind, noticeOf } from './notice.ts';
import { sendNotice } from './send.ts';
import { ownHosts } from './serve-route.ts';
import type { ServerOptions } from './server-options.ts';

/** Bugs end here: logged with the reference, shown as one neutral page. Refusals never come this way. */
export async function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): Promise<FastifyReply> {
  const kind = kindOf(error);
  if (kind === 'trouble') options.log.error({ request: request.id, error }, 'a request failed');
  if (kind === 'unavailable') {
    options.log.warn({ request: request.id, error }, 'the database is away');
    reply.header('retry-after', '10');
  }
  if (kind === 'disk-full') options.log.error({ request: request.id, error }, 'the disk is full');
  if (kind === 'too-large') readRest(request, reply);
  const { context } = await openContext(request, reply, options, null);
  const more = keeps(kind) ? await typedText(kind, request, context.t, options) : {};
  return sendNotice(reply, noticeOf(kind, context.t, request.id, more), context, options);
}

const MOST_READ = 64 * 1024 * 1024;

/** A browser whose connection is cut while it still sends shows no answer at all: the rest is read, and thrown away. */
function readRest(request: FastifyRequest, reply: FastifyReply): void {
  if (Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) > MOST_READ) return;
  reply.removeHeader('connection');
  request.raw.resume();
}

const keeping = ['trouble', 'unavailable', 'disk-full'] as const;
type Keeping = (typeof keeping)[number];
const keeps = (kind: NoticeKind): kind is Keeping => keeping.some((one) => one === kind);

/**
 * Nothing typed is lost while the database is away or the disk full: the page carries it, to be sent once more with
 * the token that came with it. Nothing from another site is given back, and no file.
 */
async function typedText(
  kind: Keeping,
  request: FastifyRequest,
  t: Words,
  options: ServerOptions,
): Promise<Partial<Notice>> {
  if (request.method !== 'POST' || !comesFromHere(request.headers, ownHosts(request, options))) return {};
  const form = await sentForm(request).catch(() => undefined);
  if (!form) return {};
  return {
    lines: [
      t(`http.notice.${kind}.what`),
      t(kind === 'disk-full' ? 'http.notice.disk-full.kept' : 'http.notice.kept'),
      ...(request.isMultipart() ? [t('http.notice.files-again')] : []),
    ],
    links: [],
    resend: {
      action: request.url,
      fields: resendable(form.fields),
      csrf: form.token,
      button: t('http.notice.send-again'),
    },
  };
}

export async function answerNotice(
  kind: NoticeKind,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): Promise<FastifyReply> {
  const { context } = await openContext(request, reply, options, null);
  return sendNotice(reply, noticeOf(kind, context.t, request.id), context, options);
}

function kindOf(error: unknown): NoticeKind {
  if (isDiskFull(error)) return 'disk-full';
  if (isOutage(error)) return 'unavailable';
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 413) return 'too-large';
  if (status === 415 || status === 406) return 'unsupported';
  if (status === 404) return 'not-found';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'bad-request';
  return 'trouble';
}
