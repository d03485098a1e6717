import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from './server-options.ts';

/** One line an answer: the route's pattern and the dossier's number, never query values or bodies. */
export function logAnswers(server: FastifyInstance, { log }: ServerOptions): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (route?.startsWith('/assets/')) return;
    const dossier = (request.params as { number?: unknown } | undefined)?.number;
    log.info(
      {
        request: request.id,
        method: request.method,
        route: route ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(typeof dossier === 'string' ? { dossier: dossier.slice(0, 40) } : {}),
      },
      'answered',
    );
  });
}
