import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { languageIn } from './context.ts';
import { noticeOf } from './notice.ts';
import { newReference } from './reference.ts';
import type { ServerOptions } from './server-options.ts';

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What Node could not read as a request has neither route nor reply: our page is written on the line itself. */
export function answerBrokenRequest(
  { code, rawPacket }: ConnectionError,
  socket: Socket,
  options: ServerOptions,
): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[code] ?? 400;
  const reference = newReference(options.random);
  options.log.info({ request: reference, route: 'none', status, code }, 'answered');
  const cookie = /^cookie:(.*)$/im.exec(Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '')?.[1];
  const language = languageIn(cookie);
  socket.end(answerOf(status, reference, language, options), () => socket.destroy());
}

function answerOf(
  status: number,
  reference: string,
  language: ReturnType<typeof languageIn>,
  { words, renderNotice }: ServerOptions,
): string {
  const t = words(language);
  const notice = noticeOf('bad-request', t, reference, { status });
  const node = renderNotice(notice, { t, language, path: '/', actor: null, csrf: '' });
  const body = `<!doctype html>${render(node as VNode)}`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: text/html; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    `x-request-id: ${reference}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
