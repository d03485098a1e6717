import type { Instant } from '#kernel/instant.ts';
import { type Database, inTransaction } from '#platform/db/database.ts';
import { createRandom } from '#platform/random/random.ts';
import type { Dossier } from './rules/dossier.ts';
import type { Author, ClockFacts, NewEvent } from './rules/event.ts';
import type { Filing, PersonalFiling } from './rules/filing.ts';
import { insertDossier } from './store/dossiers.ts';
import type { DossierKeys } from './store/personal-part.ts';
import { aFiling, anAcceptance, aPersonalFiling, steps } from './testing.ts';

export const testKeys: DossierKeys = {
  wrapping: new Uint8Array(32).fill(1),
  lookup: new Uint8Array(32).fill(2),
};

const random = createRandom();
const nobody: Author = {
  accountId: null,
  officeId: null,
  name: 'Người tiếp nhận',
  officeName: 'Bộ phận Một cửa',
};

interface Written {
  readonly number: string;
  readonly clock: ClockFacts;
  readonly filing?: Partial<Filing>;
  readonly personal?: PersonalFiling;
  /** What happened after acceptance, by this office. */
  readonly later?: readonly Happened[];
}

type Happened = Pick<NewEvent, 'type' | 'at' | 'body' | 'personal'> & { readonly officeName?: string };

/** Writes a dossier with its history as it would have become, past the actions. */
export function writeDossier(
  db: Database,
  { number, clock, later = [], ...filed }: Written,
): Promise<Dossier> {
  const filing = aFiling(filed.filing);
  const body = { filing, reference: referenceOf(number), draftId: null };
  const beginning = {
    type: 'accepted',
    at: clock.receivedAt,
    by: nobody,
    body: { ...body, ...anAcceptance(), number, clock, steps },
    personal: filed.personal ?? aPersonalFiling(),
  } as NewEvent;
  const events = later.map(
    ({ officeName, ...event }) =>
      ({ ...event, by: { ...nobody, officeName: officeName ?? nobody.officeName } }) as NewEvent,
  );
  const id = random.uuid(Date.parse(clock.receivedAt));
  return inTransaction(db, (tx) => insertDossier(tx, id, [beginning, ...events], { keys: testKeys, random }));
}

function referenceOf(number: string): string {
  return `REF-${number}`;
}

/** A running clock from receipt to due date. */
export function aClock(receivedAt: Instant, dueAt: Instant | null): ClockFacts {
  return { receivedAt, dueAt, certain: true, remaining: null };
}
