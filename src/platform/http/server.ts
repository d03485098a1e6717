import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify';
import { answerBrokenRequest } from './broken-request.ts';
import { switchLanguage } from './context.ts';
import { answerError, answerNotice } from './errors.ts';
import { noticeForwarded } from './forwarded.ts';
import { newReference } from './reference.ts';
import { logAnswers } from './request-log.ts';
import { targetOf } from './request-target.ts';
import { securityHeaders } from './security-headers.ts';
import { serveRoute } from './serve-route.ts';
import { FILE_BYTES, FORM_BYTES, type ServerOptions } from './server-options.ts';

/** Node reads no more of a request's head. */
const LONGEST_ADDRESS = 16_384;

/** The web server: plugins by hand, in order; then the routes of all modules. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const settings: FastifyServerOptions & { https?: { cert: Buffer; key: Buffer } } = {
    logger: false, // see request-log.ts
    bodyLimit: FORM_BYTES,
    trustProxy: options.trustProxy,
    genReqId: () => newReference(options.random),
    // how long a part of an address may be, the schema of its route says
    routerOptions: { maxParamLength: LONGEST_ADDRESS, ignoreTrailingSlash: true },
    rewriteUrl: (request) => targetOf(request.url ?? '/'),
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, options),
    forceCloseConnections: 'idle',
    ...(options.tls ? { https: options.tls } : {}),
  };
  const server: FastifyInstance = fastify(settings);
  logAnswers(server, options);
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, options));
  server.setNotFoundHandler((request, reply) => answerNotice('not-found', request, reply, options));
  await server.register(helmet, securityHeaders(options));
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: FORM_BYTES });
  await server.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: FILE_BYTES } });
  await serveAssets(server, options);
  if (options.trustProxy === false && options.onForwarded) noticeForwarded(server, options.onForwarded);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const elsewhere = switchLanguage(request, reply, options);
    if (elsewhere !== undefined) return reply.redirect(elsewhere, 303);
  });
  for (const route of options.routes) {
    server.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.upload ? 31 * FILE_BYTES : FORM_BYTES,
      handler: (request, reply) => serveRoute(route, request, reply.headers({ ...route.headers }), options),
    });
  }
  return server;
}

/** Built files carry their hash in the name: they may be kept for ever. */
async function serveAssets(server: FastifyInstance, { assetsFolder }: ServerOptions): Promise<void> {
  if (!assetsFolder || !existsSync(assetsFolder)) return;
  await server.register(staticFiles, {
    root: assetsFolder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
}
