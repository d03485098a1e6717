import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/actor.ts';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { createWords } from '#platform/i18n/words.ts';
import { silentLog } from '#platform/log/log.ts';
import { createRandom } from '#platform/random/random.ts';
import type { RenderNotice } from './notice.ts';
import { createServer } from './server.ts';
import type { ServerOptions } from './server-options.ts';
import { noSessions, type SignedIn } from './sessions.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

/** Notices as bare JSON-like text, easy to look into. */
const plainNotice: RenderNotice = (notice) => JSON.stringify(notice);

export const testWords = createWords({ http: { vi, en } });

/** A server of the given routes; what a test does not care about has a quiet stand-in. */
export function testServer(options: Partial<ServerOptions> & Pick<ServerOptions, 'routes'>) {
  const clock = fixedClock(instant('2022-07-25T08:00'));
  return createServer({
    words: testWords,
    sessions: noSessions,
    legalClock: clock,
    machineClock: clock,
    random: createRandom(),
    rateLimit: { hit: async () => ({ allowed: true, retryAfterSeconds: 0 }) },
    renderNotice: plainNotice,
    log: silentLog,
    publicUrl: 'http://localhost:8080',
    secureCookies: false,
    trustProxy: false,
    uploadFolder: mkdtempSync(join(tmpdir(), 'motcua-uploads-')),
    paths: { signIn: '/dang-nhap', firstSteps: '/buoc-dau' },
    ...options,
  });
}

/** A session whose cookie is `session=<anything>`. */
export function sessionsOf(actor: Actor, state: SignedIn['state'] = 'full') {
  return {
    authenticate: async ({ cookies }: { cookies: Readonly<Record<string, string | undefined>> }) =>
      cookies['session']
        ? { actor, sessionId: 's', state, csrfSecret: `secret of ${cookies['session']}` }
        : null,
  };
}
