import type { Clock, MachineClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { RenderNotice } from '#platform/http/notice.ts';
import type { RateLimit } from '#platform/http/rate-limit.ts';
import type { Route } from '#platform/http/route.ts';
import type { Sessions } from '#platform/http/sessions.ts';
import type { Language, Words } from '#platform/i18n/words.ts';
import type { Job } from '#platform/jobs/job.ts';
import type { Log } from '#platform/log/log.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { Random } from '#platform/random/random.ts';
import type { Kind } from './start/installation.ts';

/** What the wiring gets to build the modules from. */
export interface Surroundings {
  readonly db: Database;
  readonly kind: Kind;
  readonly legalClock: Clock;
  readonly machineClock: MachineClock;
  readonly random: Random;
  readonly rateLimit: RateLimit;
  readonly log: Log;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly keysFolder: string;
  /** Certificate of the https that the program speaks itself. */
  readonly tlsCertFile?: string | null;
  /** Left out or null: nothing is mailed. */
  readonly mail?: Mail | null;
  /** Built styles, islands, fonts. */
  readonly assetsFolder: string;
}

/** What comes out of it: everything that web and worker serve and run. */
export interface Application {
  readonly words: (language: Language) => Words;
  readonly sessions: Sessions;
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
  readonly renderNotice: RenderNotice;
  /** Frees what is held: processes that render papers, keys. */
  readonly close: () => Promise<void>;
}

/** One line of sign-ins that a start prints: text that a person can use as it is. */
export interface SignIns {
  readonly demo: readonly string[];
  readonly administratorLink: string | null;
}
