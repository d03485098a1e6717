import type { FastifyInstance } from 'fastify';
import { isDossierNumberOrReference } from '#kernel/dossier-number.ts';
import type { ServerOptions } from './server-options.ts';

/**
 * One line an answer: the route's pattern and the dossier's number, never query values or bodies, nor what else
 * somebody put into the address.
 */
export function logAnswers(server: FastifyInstance, { log }: ServerOptions): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (route?.startsWith('/assets/')) return;
    const { number } = (request.params ?? {}) as { readonly number?: string };
    log.info(
      {
        request: request.id,
        method: request.method,
        route: route ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(number && isDossierNumberOrReference(number) ? { dossier: number } : {}),
      },
      'answered',
    );
  });
}
