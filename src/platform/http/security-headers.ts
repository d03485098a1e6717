import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { ServerOptions } from './server-options.ts';

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
export function securityHeaders({ publicUrl }: ServerOptions): FastifyHelmetOptions {
  const https = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' }, // `no-referrer` would send forms with `Origin: null`
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  };
}
