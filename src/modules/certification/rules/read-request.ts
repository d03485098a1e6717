import type { CivilDate } from '#kernel/civil-date.ts';
import { type Dong, dong } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { LimitAdjustment, ProcedureCase } from '#modules/catalogue/index.ts';
import type { FilingInput } from '#modules/dossiers/index.ts';
import { asksOf, type BookKind } from './books.ts';
import { type DocumentFee, documentFee, type Exemption, exemptionsOf } from './fee.ts';
import { type Fields, isTicked, textOf, writtenPrefixes } from './fields.ts';
import { longest, Problems, readCount, readText } from './problems.ts';
import { type Requester, readRequester } from './read-person.ts';

/** What is certified here: the procedure as the catalogue has it today. */
export interface Offer {
  readonly kind: BookKind;
  /** Fee of the catalogue for one certification, in dong. */
  readonly unit: number;
  readonly cases: readonly ProcedureCase[];
  readonly adjustments: readonly LimitAdjustment[];
}

/** A document: it gets one number, however many copies. */
export interface AskedDocument {
  readonly name: string;
  readonly pages: number | null;
  readonly copies: number;
  /** Null: the requester signs. */
  readonly who: string | null;
  readonly fee: DocumentFee;
}

export const feeWays = ['cash', 'transfer', 'at-return'] as const;

export interface CertificationRequest {
  readonly requester: Requester;
  readonly documents: readonly AskedDocument[];
  readonly caseKey: string | null;
  readonly adjustment: FilingInput['adjustment'];
  readonly exemption: { readonly ground: Exemption; readonly reason: string } | null;
  readonly feeWay: (typeof feeWays)[number];
  /** To be paid: nothing when exempt. */
  readonly total: Dong;
  readonly electronicCopy: boolean;
  readonly note: string;
}

const MOST_PAGES = 9_999;
const MOST_COPIES = 999;

/** Turns the typed page into what is asked for; with problems it must not be used. */
export function readRequest(
  fields: Fields,
  offer: Offer,
  today: CivilDate,
): { readonly request: CertificationRequest; readonly problems: readonly Refusal[] } {
  const problems = new Problems();
  const requester = readRequester({ fields, today, identity: asksOf(offer.kind).identity }, problems);
  const documents = readDocuments(fields, offer, problems);
  const exemption = readExemption(fields, offer, problems);
  const request = {
    requester,
    documents,
    caseKey: readCase(fields, offer, problems),
    adjustment: readAddedTime(fields, offer, problems),
    exemption,
    feeWay: readFeeWay(fields, problems),
    total: exemption ? dong(0) : totalOf(documents),
    electronicCopy: isTicked(fields, 'electronic'),
    note: readText(problems, fields, 'note', longest.note),
  };
  return { request, problems: problems.list };
}

function totalOf(documents: readonly Pick<AskedDocument, 'fee'>[]): Dong {
  return dong(documents.reduce((sum, { fee }) => sum + fee.amount, 0));
}

function readDocuments(fields: Fields, offer: Offer, problems: Problems): AskedDocument[] {
  return writtenPrefixes(fields).map((prefix) => readDocument(fields, prefix, offer, problems));
}

/** Also of a row that is not finished: what it costs as far as it is typed. */
export function readDocument(
  fields: Fields,
  prefix: string,
  offer: Offer,
  problems: Problems,
): AskedDocument {
  const asks = asksOf(offer.kind);
  const name = readText(problems, fields, `${prefix}.name`, longest.document);
  if (!/[\p{L}\p{N}]/u.test(name)) problems.add(`${prefix}.name`, 'certification/document-missing');
  const count = (field: string, most: number, empty: number | null) =>
    readCount(problems, fields, `${prefix}.${field}`, { most, empty });
  const pages = asks.pages ? count('pages', MOST_PAGES, null) : null;
  const copies = asks.copies ? count('copies', MOST_COPIES, 1) : 1;
  const who = asks.who ? readText(problems, fields, `${prefix}.who`, longest.document) : '';
  if (asks.who === 'parties' && !/\p{L}/u.test(who))
    problems.add(`${prefix}.who`, 'certification/parties-missing');
  const fee = documentFee({ kind: offer.kind, unit: offer.unit, pages, copies });
  return { name, pages, copies, who: who || null, fee };
}

function readExemption(
  fields: Fields,
  { kind }: Offer,
  problems: Problems,
): CertificationRequest['exemption'] {
  const typed = textOf(fields, 'exempt');
  const reason = readText(problems, fields, 'exempt-reason', longest.document);
  if (typed === '') {
    if (reason !== '') problems.add('exempt', 'certification/ground-missing');
    return null;
  }
  const ground = exemptionsOf(kind).find((one) => one === typed);
  if (!ground) {
    problems.add('exempt', 'certification/wrong-choice');
    return null;
  }
  if (reason === '') problems.add('exempt-reason', 'certification/reason-missing');
  return { ground, reason };
}

function readCase(fields: Fields, { cases }: Offer, problems: Problems): string | null {
  if (cases.length === 0) return null;
  const typed = textOf(fields, 'case');
  if (cases.some((one) => one.key === typed)) return typed;
  problems.add('case', 'certification/case-missing');
  return null;
}

/** Time added for a reason of the catalogue (many or difficult documents), never more than the law's most. */
export function readAddedTime(
  fields: Fields,
  { adjustments }: Offer,
  problems: Problems,
): FilingInput['adjustment'] {
  const typed = textOf(fields, 'added-time');
  if (typed === '') return null;
  const found = adjustments.find((one) => one.key === typed);
  if (!found) {
    problems.add('added-time', 'certification/wrong-choice');
    return null;
  }
  const most = found.value ?? 365;
  return { key: found.key, value: readCount(problems, fields, 'added-value', { most, empty: most }) };
}

function readFeeWay(fields: Fields, problems: Problems): CertificationRequest['feeWay'] {
  const typed = textOf(fields, 'fee-way');
  const found = feeWays.find((one) => one === typed);
  if (!found && typed !== '') problems.add('fee-way', 'certification/wrong-choice');
  return found ?? 'cash';
}
