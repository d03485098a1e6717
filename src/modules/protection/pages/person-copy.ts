import { dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import type { Holding } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Answer, HeldDossier } from '../actions/answer.ts';
import type { PersonCopyParts } from '../actions/export-copy.ts';
import type { ReadLine } from '../actions/list-reads.ts';
import { erasedText, keepingText, rolesText } from './held-columns.tsx';
import { entryText, paymentText } from './holding-words.ts';
import { postText, whyText } from './read-words.ts';

/**
 * The copy that goes to the person who asks: their own data and who read it, in words. No data of anybody else, no
 * address of a machine; officers are named by office and post, as the law names who is responsible.
 */
export interface PersonCopy {
  readonly schema: 'motcua/person-copy/1';
  readonly agency: string;
  readonly madeAt: string;
  readonly about: string;
  readonly reason: string;
  readonly reference: string;
  readonly dossiers: readonly CopiedDossier[];
  readonly drafts: readonly { readonly procedure: string; readonly changedOn: string }[];
  readonly reads: readonly CopiedRead[];
  /** There are more reads than a copy holds; these are the latest. */
  readonly readsCut: boolean;
  readonly notIncluded: readonly string[];
}

interface CopiedDossier {
  readonly number: string;
  readonly procedure: string;
  readonly state: string;
  readonly role: string;
  readonly received: string | null;
  readonly kept: string;
  readonly own: readonly Readonly<Record<string, string>>[];
  readonly tookResult: string | null;
  readonly filed: readonly { readonly name: string; readonly scans: number }[];
  readonly papers: readonly { readonly name: string; readonly number: string | null; readonly at: string }[];
  /** Lines of the certification books. */
  readonly certified: readonly string[];
  readonly money: readonly string[];
}

interface CopiedRead {
  readonly at: string;
  readonly dossier: string;
  readonly by: string;
  readonly why: string;
  readonly result: string;
}

export function personCopy(t: Words, { answer, reads, cut }: PersonCopyParts, agency: string): PersonCopy {
  const { question, dossiers, drafts } = answer;
  return {
    schema: 'motcua/person-copy/1',
    agency,
    madeAt: formatMoment(answer.at),
    about: question.number,
    reason: t(`protection.reason.${question.reason}`),
    reference: question.reference,
    dossiers: dossiers.map((held) => copiedDossier(t, held)),
    drafts: drafts.map(copiedDraft),
    reads: reads.map((line) => copiedRead(t, line)),
    readsCut: cut,
    notIncluded: [
      t('protection.copy.not-scans'),
      t('protection.copy.not-notes'),
      t('protection.copy.not-others'),
    ],
  };
}

function copiedDraft({ procedureName, updatedAt }: Answer['drafts'][number]) {
  return { procedure: procedureName, changedOn: formatCivilDate(dateOf(updatedAt)) };
}

function copiedDossier(t: Words, held: HeldDossier): CopiedDossier {
  const { holding, papers, keeping } = held;
  const { erased } = holding;
  return {
    number: holding.name,
    procedure: holding.procedure.name,
    state: t(`dossiers.state.${holding.state}`),
    role: rolesText(t, holding),
    received: holding.receivedAt && formatMoment(holding.receivedAt),
    kept: erased ? erasedText(t, erased) : keepingText(t, keeping),
    own: holding.own.map((party) => ownData(t, party)),
    tookResult: holding.tookResult && tookText(t, holding.tookResult),
    filed: holding.filed.map(({ name, scans }) => ({ name, scans })),
    papers: erased
      ? []
      : papers.map(({ purpose, number, frozenAt }) => ({
          name: t(`documents.purpose.${purpose}`),
          number,
          at: formatMoment(frozenAt),
        })),
    certified: held.entries.map((entry) => entryText(t, entry)),
    money: held.payments.map((payment) => paymentText(t, payment)),
  };
}

function tookText(t: Words, { at, name, relation }: NonNullable<Holding['tookResult']>): string {
  return (
    [name, ...(relation ? [relation] : []), formatMoment(at)].join(', ').trim() || t('dossiers.list.none')
  );
}

/** Label → value, only what was written down. */
function ownData(t: Words, party: Holding['own'][number]): Record<string, string> {
  const born = party.kind === 'person' && party.birthDate;
  const fields: readonly (readonly [string, string | null])[] = [
    ['name', party.name],
    ['number', party.kind === 'person' ? party.idNumber : party.taxCode],
    ['born', born ? formatPartialDate(born as PartialDate) : null],
    ['sex', party.kind === 'person' && party.sex ? t(`protection.sex.${party.sex}`) : null],
    ['representative', party.kind === 'organisation' ? party.representative : null],
    ['address', party.address],
    ['phone', party.phone],
    ['email', party.email],
  ];
  return Object.fromEntries(
    fields.flatMap(([key, value]) => (value ? [[t(`protection.own.${key}`), value]] : [])),
  );
}

function copiedRead(t: Words, line: ReadLine): CopiedRead {
  return {
    at: formatMoment(line.at),
    dossier: line.dossier,
    by: postText(t, line),
    why: whyText(t, line),
    result: t(`protection.reads.${line.result}`),
  };
}
