import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOutage } from '#platform/db/outage.ts';
import { openContext } from './context.ts';
import { type NoticeKind, noticeOf } from './notice.ts';
import { sendNotice } from './send.ts';
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
  return answerNotice(kind, request, reply, options);
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
  if (isOutage(error)) return 'unavailable';
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 413) return 'too-large';
  if (status === 415 || status === 406) return 'unsupported';
  if (status === 404) return 'not-found';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'bad-request';
  return 'trouble';
}
