import type { Clock, MachineClock } from '#platform/clock.ts';
import type { Language, Words } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import type { Random } from '#platform/random/random.ts';
import type { RenderNotice } from './notice.ts';
import type { Limit, RateLimit } from './rate-limit.ts';
import type { Route } from './route.ts';
import type { Sessions } from './sessions.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly words: (language: Language) => Words;
  readonly sessions: Sessions;
  readonly legalClock: Clock;
  readonly machineClock: MachineClock;
  readonly random: Random;
  readonly rateLimit: RateLimit;
  readonly renderNotice: RenderNotice;
  readonly log: Log;
  /** Address that people use, e.g. `https://motcua.example.vn`. */
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  /** Proxies whose X-Forwarded-* are believed: addresses or networks. */
  readonly trustProxy: string | false;
  /** Called once when forwarded headers arrive though no proxy is trusted. */
  readonly onForwarded?: () => void;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** Folder of the built styles, islands and fonts. */
  readonly assetsFolder?: string;
  /** Folder for uploads while a request lasts. */
  readonly uploadFolder: string;
  readonly paths: { readonly signIn: string; readonly firstSteps: string };
  /** Forms sent without sign-in, per address. */
  readonly publicFormLimit?: Limit;
}

/** One office sits behind one address: generous enough for a morning of sign-ins. */
export const PUBLIC_FORM_LIMIT: Limit = { hits: 300, windowSeconds: 600 };
/** Longest body of a form without files. */
export const FORM_BYTES = 512 * 1024;
export const FILE_BYTES = 20 * 1024 * 1024;
export const FILES_PER_FORM = 30;
