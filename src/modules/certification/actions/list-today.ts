import { dateOf } from '#kernel/civil-date.ts';
import { record } from '#modules/audit/index.ts';
import { type DossierLine, listOfField, listOutcomes } from '#modules/dossiers/index.ts';
import type { CertificationDeps } from '../deps.ts';
import { FIELD } from '../rules/books.ts';
import { type Entry, listOfDossiers, sumOfDay } from '../store/entries.ts';
import { type By, counterPost } from './by.ts';

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

/** What a counter has open of certification. Undefined: this person has no counter. The read is logged. */
export async function listToday(deps: CertificationDeps, by: By): Promise<Today | undefined> {
  const post = counterPost(by.actor);
  if (!post) return undefined;
  const { agencyId, officeId: intakeOfficeId } = post;
  const where = { agencyId, intakeOfficeId, field: FIELD };
  const toSign = await listOfField(deps.db, { ...where, states: ['accepted', 'in-progress'] }, MOST);
  const ready = await listOfField(deps.db, { ...where, states: ['decided'] }, MOST);
  const ids = [...toSign, ...ready].map((line) => line.id);
  const entries = await listOfDossiers(deps.db, ids);
  const standings = new Map((await listOutcomes(deps.db, ids)).map((one) => [one.dossierId, one]));
  const lineOf = (dossier: DossierLine): TodayLine => ({
    dossier,
    entries: entries.filter((entry) => entry.dossierId === dossier.id),
    seq: standings.get(dossier.id)?.seq ?? 0,
  });
  await record(deps.db, {
    ...by.origin,
    action: 'certification/list-today',
    accountId: by.actor.accountId,
    subject: { kind: 'office', id: intakeOfficeId },
    result: 'allowed',
  });
  return {
    toSign: toSign.map(lineOf),
    ready: ready.map(lineOf),
    sum: await sumOfDay(deps.db, agencyId, dateOf(deps.clock.now())),
  };
}
