import type { CivilDate } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import { limitInWords } from '#modules/calendar/index.ts';
import {
  type Commitment,
  clockLimit,
  type Fee,
  type Level,
  levelsOn,
  type ProcedureLimit,
  type PublicProcedure,
  type RequiredPaper,
  regimeOn,
} from '#modules/catalogue/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { CaseView, FeeLine, PaperLine, ProcedureView, ShortFact } from './procedure-view.ts';

/** A procedure in words for a citizen; what nobody has checked was taken out before. */
export function describeProcedure(t: Words, procedure: PublicProcedure, on: CivilDate): ProcedureView {
  const { code, name, field, basis, decision, note, detailsAreChecked } = procedure;
  const inEveryCase = procedure.papers.filter((paper) => paper.caseKey === null && !isConditional(paper));
  return {
    ...{ code, name, field, basis, decision, note, detailsAreChecked },
    officialName: otherName(procedure),
    howLong: howLong(t, procedure),
    howMuch: howMuch(t, procedure.fees),
    where: where(t, procedure, on),
    result: result(t, procedure),
    ...paperLines(t, inEveryCase),
    cases: [...namedCases(t, procedure), ...conditions(t, procedure.papers)],
    fees: procedure.fees.map((fee) => feeLine(t, fee)),
  };
}

/** The official name, unless it is the name with *Thủ tục* before it. */
export function otherName({
  name,
  officialName,
}: Pick<PublicProcedure, 'name' | 'officialName'>): string | null {
  const bare = officialName.replace(/^thủ tục\s+/iu, '');
  return bare.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi') ? null : officialName;
}

/** What is handed in only under a condition is told with the cases; what is shown, beside its condition. */
function isConditional(paper: RequiredPaper): boolean {
  return paper.kind !== 'show' && !paper.required && paper.condition !== null;
}

export function howLong(t: Words, procedure: PublicProcedure): ShortFact {
  const { limits } = procedure;
  const general = limits.find((limit) => limit.caseKey === null);
  const values = new Set(limits.map((limit) => limitValue(t, limit)));
  if (limits.length === 0) return { value: t('portal.limit.unknown') };
  if (values.size > 1 || !general) return { value: t('portal.limit.by-case') };
  return { value: limitValue(t, general), note: limitNote(t, general) };
}

/** How long it takes at an agency that promises less than the law allows. */
export function howLongHere(
  t: Words,
  { value, note }: ShortFact,
  { limit, basis }: Pick<Commitment, 'limit' | 'basis'>,
): ShortFact {
  const promise = t('portal.limit.promised', { limit: limitInWords(t, limit), basis });
  return { value, note: note === undefined ? promise : `${promise} ${note}` };
}

function limitValue(t: Words, limit: ProcedureLimit): string {
  const known = clockLimit(limit);
  if (limit.unit === 'trong_ngay') return t('portal.limit.same-day');
  return known ? limitInWords(t, known) : (limit.note ?? t('portal.limit.unknown'));
}

function limitNote(t: Words, limit: ProcedureLimit): string | undefined {
  if (limit.unit === 'trong_ngay') return t('portal.limit.cutoff', { time: limit.cutoff ?? '15:00' });
  return clockLimit(limit) ? (limit.note ?? undefined) : undefined;
}

function howMuch(t: Words, fees: readonly Fee[]): ShortFact {
  const [first, ...others] = fees;
  if (!first) return { value: t('portal.fee.unknown') };
  if (fees.every((fee) => fee.amount === 0)) return { value: t('portal.fee.free') };
  if (others.length > 0) return { value: t('portal.fee.by-case') };
  return { value: amountOf(t, first), note: first.note ?? undefined };
}

function amountOf(t: Words, { amount, per }: Fee): string {
  if (amount === null) return t('portal.fee.local');
  if (amount === 0) return t('portal.fee.free');
  return t('portal.fee.per', { amount: formatDong(dong(amount)), per });
}

function feeLine(t: Words, fee: Fee): FeeLine {
  const named = fee.amount === null ? t('portal.fee.item-per', { per: fee.per }) : t('portal.fee.item');
  const item = fee.note ?? named;
  const channel = fee.channel === null ? '' : ` (${t(`portal.channel.${fee.channel}`)})`;
  return { item: `${item}${channel}`, amount: amountOf(t, fee) };
}

export function where(t: Words, procedure: PublicProcedure, on: CivilDate): ShortFact {
  const places = levelsOn(procedure, on).map((level: Level) => t(`portal.where.${level}`));
  const authority = procedure.authority[regimeOn(on)] ?? undefined;
  if (places.length === 0) return { value: t('portal.where.none') };
  const value = places.reduce((a, b) => t('portal.where.or', { a, b }));
  return { value, note: authority && t('portal.where.authority', { authority }) };
}

/** Refusals, requests to amend and mere notices are no answer to *what do I get*. */
const isSetback = /từ chối|sửa đổi, bổ sung|^thông báo/iu;

function result(t: Words, { results }: PublicProcedure): ShortFact {
  const main = results.find(({ name }) => !isSetback.test(name)) ?? results[0];
  if (!main) return { value: t('portal.result.unknown') };
  const note = results
    .filter((one) => one !== main)
    .map((one) => one.name)
    .join('; ');
  return { value: main.name, note: note === '' ? undefined : note };
}

function namedCases(t: Words, procedure: PublicProcedure): CaseView[] {
  return procedure.cases.flatMap(({ key, name }) => {
    const limit = procedure.limits.find((one) => one.caseKey === key);
    const papers = paperLines(
      t,
      procedure.papers.filter((paper) => paper.caseKey === key),
      name,
    );
    const text = limit && limitValue(t, limit);
    if (!text && papers.submit.length + papers.show.length === 0) return [];
    return [{ title: capitalised(name), limit: text, ...papers }];
  });
}

function conditions(t: Words, papers: readonly RequiredPaper[]): CaseView[] {
  const some = papers.filter((paper) => paper.caseKey === null && isConditional(paper));
  const titles = [...new Set(some.map((paper) => paper.condition ?? ''))];
  return titles.map((title) => {
    const own = some.filter((paper) => paper.condition === title);
    return { title: capitalised(title), ...paperLines(t, own, title) };
  });
}

function paperLines(
  t: Words,
  papers: readonly RequiredPaper[],
  told: string | null = null,
): { submit: PaperLine[]; show: PaperLine[] } {
  const lines = (some: readonly RequiredPaper[]) =>
    some.map((paper) => ({ name: paper.name, note: paperNote(t, paper, told) }));
  return {
    submit: lines(papers.filter((paper) => paper.kind !== 'show')),
    show: lines(papers.filter((paper) => paper.kind === 'show')),
  };
}

/** `told`: the condition that stands above already. */
function paperNote(t: Words, paper: RequiredPaper, told: string | null): string {
  const { originals, copies, kind, condition } = paper;
  const counts = [
    originals > 0 ? t('portal.paper.originals', { n: originals }) : '',
    copies > 0 ? t('portal.paper.copies', { n: copies }) : '',
  ].filter((text) => text !== '');
  const count =
    counts.length === 2 ? t('portal.paper.and', { a: counts[0] ?? '', b: counts[1] ?? '' }) : counts[0];
  const said = [
    kind === 'show' ? undefined : count,
    kind === 'e-form' ? t('portal.paper.e-form') : undefined,
    condition !== null && condition !== told ? capitalised(condition) : undefined,
  ];
  return said.filter((text) => text !== undefined).join('. ');
}
