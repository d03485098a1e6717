import type { FastifyInstance } from 'fastify';

const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip'];

/**
 * A proxy stands in front and nobody said so (TRUST_PROXY): every visitor then seems to come from one address,
 * and shares its limits. Tells once.
 */
export function noticeForwarded(server: FastifyInstance, tell: () => void): void {
  let told = false;
  server.addHook('onRequest', async ({ headers }) => {
    if (told || !FORWARDED.some((name) => headers[name] !== undefined)) return;
    told = true;
    tell();
  });
}
