import type { FastifyReply } from 'fastify';
import type { ComponentChild, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { cookieOptions } from './context.ts';
import { type Notice, noticeOf } from './notice.ts';
import { statusOfRefusal, textOfRefusal } from './refusal-status.ts';
import type { Reply, RequestContext } from './route.ts';
import type { ServerOptions } from './server-options.ts';

export function sendNode(reply: FastifyReply, node: ComponentChild, status: number): FastifyReply {
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${render(node as VNode)}`);
}

export function sendNotice(
  reply: FastifyReply,
  notice: Notice,
  context: RequestContext,
  options: ServerOptions,
): FastifyReply {
  reply.header('cache-control', 'no-store');
  return sendNode(reply, options.renderNotice(notice, context), notice.status);
}

/** Turns what a handler answered into HTTP. */
export function sendReply(
  reply: FastifyReply,
  answer: Reply,
  context: RequestContext,
  options: ServerOptions,
): FastifyReply {
  if (context.actor) reply.header('cache-control', 'no-store');
  for (const { name, value, maxAgeSeconds } of answer.cookies ?? [])
    reply.setCookie(name, value, cookieOptions(options, maxAgeSeconds));
  reply.headers({ ...answer.headers });
  switch (answer.kind) {
    case 'page':
      return sendNode(reply, answer.node, answer.status);
    case 'redirect':
      return reply.redirect(answer.to, 303);
    case 'json':
      return reply.status(answer.status).send(answer.body);
    case 'not-found':
      return sendNotice(reply, noticeOf('not-found', context.t, context.id), context, options);
    case 'refused':
      return sendNotice(reply, refusalNotice(answer, context), context, options);
    case 'bytes':
      if (answer.fileName) reply.header('content-disposition', disposition(answer.fileName));
      return reply.status(answer.status).type(answer.type).send(Buffer.from(answer.bytes));
  }
}

function refusalNotice({ refusal }: Extract<Reply, { kind: 'refused' }>, { t }: RequestContext): Notice {
  return {
    status: statusOfRefusal(refusal),
    title: t('http.notice.refused.title'),
    lines: [textOfRefusal(t, refusal)],
    links: [{ href: '/', text: t('http.notice.home') }],
  };
}

/** Shown in the browser; saved under a Vietnamese name (RFC 6266). */
function disposition(fileName: string): string {
  const ascii = fileName.replace(/[^\w.-]/g, '_');
  return `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
