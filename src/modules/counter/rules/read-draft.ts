import { CARD_AGE, isYoungerThan } from '#kernel/age.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Charge } from '#modules/cash/index.ts';
import type {
  FeeExemption,
  LimitAdjustment,
  ProcedureCase,
  RequiredPaper,
} from '#modules/catalogue/index.ts';
import type { Channel, FilingInput, Party, PersonalFiling, ReturnMethod } from '#modules/dossiers/index.ts';
import { type Fields, isTicked, prefixesOf, textOf } from './fields.ts';
import { longest, Problems, readCount, readText } from './problems.ts';
import { type OfferedFee, readFee } from './read-fee.ts';
import { type FilesByPaper, readPapers } from './read-papers.ts';
import { type Need, readParty } from './read-party.ts';

/** What the catalogue offers for the chosen case and channel. */
export interface Offer {
  readonly cases: readonly ProcedureCase[];
  readonly papers: readonly RequiredPaper[];
  readonly fees: readonly OfferedFee[];
  /** Who may pay less. */
  readonly exemptions: readonly FeeExemption[];
  /** Time that may be added to the limit, with its reason. */
  readonly adjustments: readonly LimitAdjustment[];
  readonly channels: readonly Channel[];
  readonly returns: readonly ReturnMethod[];
}

export interface DraftQuestion {
  readonly fields: Fields;
  readonly offer: Offer;
  readonly files: FilesByPaper;
  readonly today: CivilDate;
  readonly need: Need;
}

/** What a filing is without its draft, place and procedure. */
export type ReadFiling = Omit<FilingInput, 'draftId' | 'oneStopId' | 'procedureVersionId'>;

/** Turns the typed page into a filing; with problems it must not be used. */
export function readDraft(question: DraftQuestion): {
  readonly filing: ReadFiling;
  /** What the drawer needs to know of the fee. */
  readonly charge: Charge;
  readonly problems: readonly Refusal[];
} {
  const { fields, offer, need } = question;
  const problems = new Problems();
  const { fee, charge } = readFee(fields, offer.fees, offer.exemptions, need, problems);
  const filing: ReadFiling = {
    caseKey: readCase(fields, offer.cases, problems),
    adjustment: readAddedTime(fields, offer.adjustments, problems),
    channel: choose(fields, 'channel', offer.channels, 'direct', problems),
    assisted: isTicked(fields, 'assisted'),
    returnMethod: choose(fields, 'return', offer.returns, 'counter', problems),
    sets: readCount(problems, 'sets', textOf(fields, 'sets'), { least: 1, most: 99, empty: 1 }),
    personal: readPersonal(question, problems),
    fee,
  };
  return { filing, charge, problems: problems.list };
}

function readPersonal(question: DraftQuestion, problems: Problems): PersonalFiling {
  const { fields, offer, files, today, need } = question;
  const present = prefixesOf(fields, 'applicants');
  const applicants = (present.length > 0 ? present : ['applicants.0']).map((prefix) =>
    readParty({ fields, prefix, need, today }, problems),
  );
  const authorised = isTicked(fields, 'on-behalf')
    ? readParty({ fields, prefix: 'authorised', need, today }, problems)
    : null;
  if (need === 'all') askForAdult([...applicants, ...(authorised ? [authorised] : [])], today, problems);
  const papers = readPapers({ fields, required: offer.papers, files, need }, problems);
  const note = readText(problems, 'note', textOf(fields, 'note'), longest.note) || null;
  return { applicants, authorised, papers, note };
}

/** Somebody old enough to have a card has to stand before the counter; who it is, the clerk sees. */
function askForAdult(parties: readonly Party[], today: CivilDate, problems: Problems): void {
  const isChild = (party: Party) =>
    party.kind === 'person' &&
    party.birthDate !== null &&
    isYoungerThan(CARD_AGE, party.birthDate as PartialDate, today);
  if (parties.every(isChild)) problems.add('on-behalf', 'counter/adult-missing', { age: CARD_AGE });
}

function readCase(fields: Fields, cases: readonly ProcedureCase[], problems: Problems): string | null {
  if (cases.length === 0) return null;
  const typed = textOf(fields, 'case');
  if (cases.some((one) => one.key === typed)) return typed;
  problems.add('case', typed === '' ? 'counter/case-missing' : 'counter/wrong-case');
  return null;
}

/** Time added for a reason of the catalogue, never more than the law's most. */
export function readAddedTime(
  fields: Fields,
  adjustments: readonly LimitAdjustment[],
  problems: Problems,
): FilingInput['adjustment'] {
  const typed = textOf(fields, 'added-time');
  if (typed === '') return null;
  const found = adjustments.find((one) => one.key === typed);
  if (!found) {
    problems.add('added-time', 'counter/wrong-choice');
    return null;
  }
  const most = found.value ?? 365;
  const value = readCount(problems, 'added-value', textOf(fields, 'added-value'), {
    least: 1,
    most,
    empty: most,
  });
  return { key: found.key, value };
}

/** A code that is none of them is said. */
function choose<T extends string>(
  fields: Fields,
  name: string,
  among: readonly T[],
  empty: T,
  problems: Problems,
): T {
  const typed = textOf(fields, name);
  const found = among.find((one) => one === typed);
  if (!found && typed !== '') problems.add(name, 'counter/wrong-choice');
  return found ?? empty;
}
