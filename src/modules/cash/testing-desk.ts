import { randomBytes } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import { issueToken } from '#platform/http/csrf.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import type { CashPageDeps } from './deps.ts';
import { cashRoutes } from './pages/routes.ts';
import type { Drawer } from './testing.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const words = createWords({
  ui: uiWords,
  kernel: { vi: kernelVi, en: kernelEn },
  cash: { vi, en },
});

/** A browser of one person at the pages of the drawer, without scripts. */
export async function aCashBrowser({ deps }: Drawer, actor: Actor) {
  const pageDeps: CashPageDeps = {
    ...deps,
    deskFrame: async ({ t, path, csrf }) => aFrame({ t, path, csrf }),
  };
  const server = await testServer({
    routes: cashRoutes(pageDeps),
    words,
    sessions: sessionsOf(actor),
    legalClock: { now: deps.clock.now },
  });
  const csrf = issueToken('secret of x', randomBytes(12));
  const cookies = { session: 'x' };
  return {
    get: (url: string) => server.inject({ method: 'GET', url, cookies }),
    post: (url: string, form: Readonly<Record<string, string>>) =>
      server.inject({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ _csrf: csrf, key: crypto.randomUUID(), ...form }).toString(),
      }),
  };
}

export type CashBrowser = Awaited<ReturnType<typeof aCashBrowser>>;
