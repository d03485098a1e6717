import type { Actor } from '#kernel/actor.ts';
import type { DomainEvent } from '#kernel/domain-event.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import type { Database, Queries, Tx } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { SigningKeys } from '#platform/papers/signing-keys.ts';
import type { Random } from '#platform/random/random.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierKeys } from '../store/personal-part.ts';
import type { Stores } from './stores.ts';

/** What the life of a dossier needs from outside; wiring hands it over. */
export interface DossierDeps {
  readonly db: Database;
  /** What the commands ask of it: `sqlStores`, or a store in memory. */
  readonly stores: Stores;
  readonly keys: DossierKeys;
  readonly random: Random;
  readonly signingKeys: SigningKeys;
  /** Legal time. */
  readonly clock: { now(): Instant };
  /** Milliseconds of the machine, for ids. */
  readonly machineMs: () => number;
  readonly calendarFor: (q: Queries, officeId: string) => Promise<WorkCalendar>;
  readonly demo: boolean;
  /** Address in the QR code of a paper: the dossier's signed page. */
  readonly linkTo: (number: string) => string;
  /** Where a person looks a dossier up, as printed. */
  readonly publicUrl: string;
  /** Words of the papers: Vietnamese. */
  readonly paperWords: Words;
  /** Tells what happened, in the transaction that made it: `dossiers/<event>` with ids and new papers. */
  readonly publish: (tx: Tx, event: DomainEvent) => Promise<void>;
  /** Books that are kept beside the dossiers follow a correction, in its transaction; a refusal undoes it. */
  readonly followCorrection: (tx: Tx, correction: Correction) => Promise<Outcome<null>>;
}

/** A dossier before and after what was wrong at reception was put right. */
export interface Correction {
  readonly before: Dossier;
  readonly after: Dossier;
  readonly accountId: string;
}

/** One press of a person: who, on which dossier, from which page. */
export interface Press {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Made with the form; the same key never acts twice. */
  readonly key: string;
  /** By which substitutions and delegations the page was shown; what ended since gives no right. */
  readonly seenStandsIn?: readonly string[];
}

export interface PressOnDossier extends Press {
  readonly number: string;
  /** The history's length on the page that was pressed; another length means somebody was faster. */
  readonly seenSeq: number;
}

export interface Done {
  /** Number, or the reference before there is one. */
  readonly number: string;
  /** The same press was carried out before. */
  readonly repeated: boolean;
}
