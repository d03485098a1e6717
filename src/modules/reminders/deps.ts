import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { Database, Queries } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { Random } from '#platform/random/random.ts';
import type { DeskFrame } from '#ui/frame.ts';

export interface ReminderDeps {
  readonly db: Database;
  /** Legal time. */
  readonly clock: { now(): Instant };
  readonly calendarFor: (q: Queries, officeId: string) => Promise<WorkCalendar>;
}

/** What letters need besides. */
export interface MailDeps extends ReminderDeps {
  readonly random: Random;
  readonly machineMs: () => number;
  /** Null: nothing is mailed. */
  readonly mail: Mail | null;
  /** Vietnamese. */
  readonly words: Words;
  readonly publicUrl: string;
}

export interface ReminderPageDeps extends ReminderDeps {
  readonly random: Random;
  readonly machineMs: () => number;
  /** Null: nothing is mailed. */
  readonly mail: Mail | null;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

/** Who presses, and from where. */
export interface Presser {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Made with the form; the same key never acts twice. */
  readonly key: string;
}
