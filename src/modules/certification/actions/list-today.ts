import { dateOf } from '#kernel/civil-date.ts';
import { record } from '#modules/audit/index.ts';
import { type DossierLine, listOfField, listOutcomes, type State } from '#modules/dossiers/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { FIELD } from '../rules/books.ts';
import { type Entry, listOfDossiers, sumOfDay } from '../store/entries.ts';
import { agenciesOf, type By, counterPosts } from './by.ts';

const MOST = 200;

export interface TodayLine {
  readonly dossier: DossierLine;
  readonly entries: readonly Entry[];
  /** Length of the history, for a press on it. */
  readonly seq: number;
}

export interface Today {
  /** Numbers were given, the leader has not signed yet: also those of days before. */
  readonly toSign: readonly TodayLine[];
  /** Signed, the person has not come yet. */
  readonly ready: readonly TodayLine[];
  /** Of the agency's books, today. */
  readonly sum: { readonly documents: number; readonly copies: number; readonly fees: number };
}

/** What a person's counters have open of certification. Undefined: she has none. The read is logged. */
export async function listToday(deps: CertificationDeps, by: By): Promise<Today | undefined> {
  const posts = counterPosts(by.actor);
  if (posts.length === 0) return undefined;
  const listed = async (states: readonly State[]) => {
    const lists = posts.map(({ agencyId, officeId: intakeOfficeId }) =>
      listOfField(deps.db, { agencyId, intakeOfficeId, field: FIELD, states }, MOST),
    );
    return (await Promise.all(lists)).flat();
  };
  const [toSign, ready] = [await listed(['accepted', 'in-progress']), await listed(['decided'])];
  const ids = [...toSign, ...ready].map((line) => line.id);
  const entries = await listOfDossiers(deps.db, ids);
  const standings = new Map((await listOutcomes(deps.db, ids)).map((one) => [one.dossierId, one]));
  const lineOf = (dossier: DossierLine): TodayLine => ({
    dossier,
    entries: entries.filter((entry) => entry.dossierId === dossier.id),
    seq: standings.get(dossier.id)?.seq ?? 0,
  });
  for (const { officeId } of posts)
    await record(deps.db, {
      ...by.origin,
      action: 'certification/list-today',
      accountId: by.actor.accountId,
      subject: { kind: 'office', id: officeId },
      result: 'allowed',
    });
  return {
    toSign: toSign.map(lineOf),
    ready: ready.map(lineOf),
    sum: await sumOfDay(deps.db, agenciesOf(posts), dateOf(deps.clock.now())),
  };
}
