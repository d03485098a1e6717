import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';

export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
  /** `first-steps`: the first password has to be changed or the second factor set up before anything else. */
  readonly state: 'first-steps' | 'full';
  /** Secret of this session for its form tokens; never leaves the server. */
  readonly csrfSecret: string;
}

export interface SessionQuestion {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly address: string;
  readonly legalNow: Instant;
  readonly machineNow: Instant;
}

/** The identity module tells who a request comes from; `null` is nobody. */
export interface Sessions {
  authenticate(question: SessionQuestion): Promise<SignedIn | null>;
}

/** For programs and tests without accounts. */
export const noSessions: Sessions = { authenticate: async () => null };
