import { dong, formatDong } from '#kernel/money.ts';
import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import type { Dossier } from '../rules/dossier.ts';
import type { Party } from '../rules/filing.ts';
import { momentText } from './history-items.tsx';

interface WhoFiledProps {
  readonly t: Words;
  readonly dossier: Dossier;
  /** Only for those who may correct what was typed. */
  readonly correctHref: string | undefined;
}

/** Who and what. The one page on which the numbers of a person stand whole. */
export function WhoFiled({ t, dossier, correctHref }: WhoFiledProps) {
  const { personal } = dossier;
  return (
    <section class="stack o3" aria-labelledby="ai-nop">
      <h2 id="ai-nop">{t('dossiers.page.about')}</h2>
      {personal ? null : <p>{t('dossiers.page.erased')}</p>}
      <Facts stacked facts={[...partyFacts(t, dossier), ...filingFacts(t, dossier)]} />
      {correctHref ? (
        <p class="small no-print">
          <a href={correctHref}>{t('dossiers.command.correct-data')}</a>
        </p>
      ) : null}
    </section>
  );
}

function partyFacts(t: Words, { personal }: Dossier): Fact[] {
  if (!personal) return [];
  const { applicants, authorised, note } = personal;
  return [
    ...applicants.flatMap((party) => factsOf(t, party, t('dossiers.page.applicant'))),
    ...(authorised ? factsOf(t, authorised, t('dossiers.page.authorised')) : []),
    ...(note ? [{ label: t('dossiers.page.note'), value: note }] : []),
  ];
}

function factsOf(t: Words, party: Party, label: string): Fact[] {
  const { phone, email, address } = party;
  const home = party.kind === 'person' ? 'dossiers.page.address' : 'dossiers.page.seat';
  return [
    { label, value: <PartyName t={t} party={party} /> },
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

function PartyName({ t, party }: { readonly t: Words; readonly party: Party }) {
  return (
    <>
      <strong>{party.name}</strong>
      <br />
      {identityText(t, party)}
    </>
  );
}

function identityText(t: Words, party: Party): string {
  if (party.kind === 'organisation') return t('dossiers.page.tax-code', { number: party.taxCode });
  const { birthDate, idKind, idNumber } = party;
  const id = t(`dossiers.id-kind.${idKind}`, { number: idNumber ?? '' });
  const born = birthDate
    ? [t('dossiers.page.born', { date: formatPartialDate(birthDate as PartialDate) })]
    : [];
  return [...born, id].join(', ');
}

function filingFacts(t: Words, { filing, receivedAt, submittedAt, ...dossier }: Dossier): Fact[] {
  const { channel, assisted, procedure, fee, returnMethod, sets } = filing;
  const at = receivedAt ?? submittedAt;
  const came = [
    t(`dossiers.channel.${channel}`),
    ...(assisted ? [t('dossiers.page.assisted')] : []),
    ...(at ? [momentText(at)] : []),
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
