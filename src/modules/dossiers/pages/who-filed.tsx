import { formatMoment } from '#kernel/civil-date.ts';
import { maskedNumber } from '#kernel/masked-number.ts';
import { dong, formatDong } from '#kernel/money.ts';
import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import type { Dossier } from '../rules/dossier.ts';
import type { Party, PersonalFiling } from '../rules/filing.ts';

interface WhoFiledProps {
  readonly t: Words;
  readonly dossier: Dossier;
  /** Only for those who may correct what was typed. */
  readonly correctHref: string | undefined;
  readonly numbers: NumbersShown;
}

/** Whether the numbers of persons stand whole here, and the press that asks for it. */
export interface NumbersShown {
  readonly whole: boolean;
  readonly askAction: string;
  readonly csrf: string;
}

/** Who and what. The numbers of persons are masked until somebody asks for them with a press, which is logged. */
export function WhoFiled({ t, dossier, correctHref, numbers }: WhoFiledProps) {
  const { personal } = dossier;
  return (
    <section class="stack o3" aria-labelledby="ai-nop">
      <h2 id="ai-nop">{t('dossiers.page.about')}</h2>
      {personal ? null : <p>{t('dossiers.page.erased')}</p>}
      {personal ? <Facts stacked facts={partyFacts(t, personal, numbers.whole)} /> : null}
      {hasIdNumber(dossier) ? <AskForNumbers t={t} numbers={numbers} /> : null}
      <Facts stacked facts={filingFacts(t, dossier)} />
      {correctHref ? (
        <p class="small no-print">
          <a href={correctHref}>{t('dossiers.command.correct-data')}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Posted: an address that is opened again, or sent to somebody, never shows a number whole. */
function AskForNumbers({ t, numbers }: { readonly t: Words; readonly numbers: NumbersShown }) {
  if (numbers.whole) return <p class="small subtle">{t('dossiers.page.numbers-whole')}</p>;
  return (
    <form class="small no-print" method="post" action={numbers.askAction}>
      <CsrfField token={numbers.csrf} />
      <button class="as-link" type="submit">
        {t('dossiers.page.show-numbers')}
      </button>
    </form>
  );
}

function hasIdNumber({ personal }: Dossier): boolean {
  const parties = [...(personal?.applicants ?? []), personal?.authorised];
  return parties.some((party) => party?.kind === 'person' && party.idNumber !== null);
}

function partyFacts(t: Words, personal: PersonalFiling, whole: boolean): Fact[] {
  const { applicants, authorised, note } = personal;
  return [
    ...applicants.flatMap((party) => factsOf(t, party, t('dossiers.page.applicant'), whole)),
    ...(authorised ? factsOf(t, authorised, t('dossiers.page.authorised'), whole) : []),
    ...(note ? [{ label: t('dossiers.page.note'), value: note }] : []),
  ];
}

function factsOf(t: Words, party: Party, label: string, whole: boolean): Fact[] {
  const { phone, email, address } = party;
  const home = party.kind === 'person' ? 'dossiers.page.address' : 'dossiers.page.seat';
  return [
    { label, value: <PartyName t={t} party={party} whole={whole} /> },
    ...(party.kind === 'organisation' && party.representative
      ? [{ label: t('dossiers.page.representative'), value: party.representative }]
      : []),
    ...(phone
      ? [{ label: t('dossiers.page.phone'), value: <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a> }]
      : []),
    ...(email ? [{ label: t('dossiers.page.email'), value: email }] : []),
    ...(address ? [{ label: t(home), value: address }] : []),
  ];
}

interface PartyNameProps {
  readonly t: Words;
  readonly party: Party;
  readonly whole: boolean;
}

function PartyName({ t, party, whole }: PartyNameProps) {
  return (
    <>
      <strong>{party.name}</strong>
      <br />
      {identityText(t, party, whole)}
    </>
  );
}

function identityText(t: Words, party: Party, whole: boolean): string {
  if (party.kind === 'organisation') return t('dossiers.page.tax-code', { number: party.taxCode });
  const { birthDate, idKind, idNumber } = party;
  const number = whole || !idNumber ? idNumber : maskedNumber(idNumber);
  const id = t(`dossiers.id-kind.${idKind}`, { number: number ?? '' });
  const born = birthDate
    ? [t('dossiers.page.born', { date: formatPartialDate(birthDate as PartialDate) })]
    : [];
  return [...born, id].join(', ');
}

function filingFacts(t: Words, { filing, receivedAt, submittedAt, ...dossier }: Dossier): Fact[] {
  const { channel, assisted, procedure, fee, returnMethod, sets } = filing;
  const at = submittedAt ?? receivedAt;
  const came = [
    t(`dossiers.channel.${channel}`),
    ...(assisted ? [t('dossiers.page.assisted')] : []),
    ...(at ? [formatMoment(at)] : []),
  ];
  const feeText = fee.amount === 0 ? t('dossiers.fee.free') : formatDong(dong(fee.amount));
  const feeWay = fee.amount === 0 ? [] : [t(`dossiers.fee-way.${fee.way}`)];
  return [
    { label: t('dossiers.page.procedure'), value: `${procedure.name} (${procedure.code})` },
    ...(procedure.caseName ? [{ label: t('dossiers.page.case'), value: procedure.caseName }] : []),
    { label: t('dossiers.page.channel'), value: came.join(', ') },
    { label: t('dossiers.page.return'), value: t(`dossiers.return.${returnMethod}`) },
    { label: t('dossiers.page.fee'), value: [feeText, ...feeWay].join(', ') },
    ...(sets > 1 ? [{ label: t('dossiers.page.sets'), value: String(sets) }] : []),
    ...resultFact(t, dossier),
  ];
}

function resultFact(t: Words, { outcome, resultNumber }: Pick<Dossier, 'outcome' | 'resultNumber'>): Fact[] {
  if (!outcome || !resultNumber) return [];
  const said = { outcome: t(`dossiers.outcome.${outcome}`), number: resultNumber };
  return [{ label: t('dossiers.page.result'), value: t('dossiers.page.result-line', said) }];
}
