import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { correctData } from '../actions/correct-data.ts';
import type { Done } from '../actions/deps.ts';
import type { Party, PersonalFiling } from '../rules/filing.ts';
import { type CommandForm, type FormPressOn, type FormView, startOf } from './command-form.ts';
import { correctedParty, type PartyEntry } from './corrected-party.ts';
import { LongText, ReasonText, ShortText } from './form-parts.tsx';

function entriesOf({ applicants, authorised }: PersonalFiling): PartyEntry[] {
  const entries = applicants.map((party, index) => ({ key: `applicant.${index}`, party }));
  return authorised ? [...entries, { key: 'authorised', party: authorised }] : entries;
}

function PartyFields({ view, entry }: { readonly view: FormView; readonly entry: PartyEntry }) {
  const { t } = view;
  const { key, party } = entry;
  const isPerson = party.kind === 'person';
  const born = isPerson && party.birthDate ? formatPartialDate(party.birthDate as PartialDate) : '';
  return (
    <fieldset class="choices">
      <legend>{t(key === 'authorised' ? 'dossiers.page.authorised' : 'dossiers.page.applicant')}</legend>
      <ShortText view={view} name={`${key}.name`} label={t('dossiers.form.name')} start={party.name} />
      <ShortText
        view={view}
        name={`${key}.number`}
        label={t(isPerson ? 'dossiers.form.id-number' : 'dossiers.form.tax-code')}
        start={(isPerson ? party.idNumber : party.taxCode) ?? ''}
        optional={isPerson}
      />
      {isPerson ? (
        <DateField
          t={t}
          name={`${key}.born`}
          label={t('dossiers.form.birth-date')}
          value={startOf(view, `${key}.born`, born)}
          error={errorOf(view.errors, `${key}.born`)}
          partial
          optional
        />
      ) : null}
      <ShortText
        view={view}
        name={`${key}.address`}
        label={t('dossiers.page.address')}
        start={party.address}
      />
      <ShortText
        view={view}
        name={`${key}.phone`}
        label={t('dossiers.page.phone')}
        start={party.phone ?? ''}
        optional
      />
      <ShortText
        view={view}
        name={`${key}.email`}
        label={t('dossiers.page.email')}
        start={party.email ?? ''}
        optional
      />
    </fieldset>
  );
}

function CorrectFields(view: FormView) {
  const { personal } = view.dossier;
  if (!personal) return null;
  return (
    <>
      {entriesOf(personal).map((entry) => (
        <PartyFields view={view} entry={entry} />
      ))}
      <LongText
        view={view}
        name="filing-note"
        label={view.t('dossiers.page.note')}
        start={personal.note ?? ''}
        rows={2}
        optional
      />
      <ReasonText view={view} />
    </>
  );
}

async function correct({ deps, press, typed, dossier }: FormPressOn): Promise<Outcome<Done>> {
  const { personal } = dossier;
  if (!personal) return refused('dossiers/erased');
  const parties: Party[] = [];
  for (const entry of entriesOf(personal)) {
    const party = correctedParty(typed, entry, deps.clock.now());
    if (!party.ok) return party;
    parties.push(party.value);
  }
  const filing: PersonalFiling = {
    ...personal,
    applicants: parties.slice(0, personal.applicants.length),
    authorised: personal.authorised && (parties.at(-1) ?? null),
    note: typed.orNull('filing-note'),
  };
  return correctData(deps, press, { filing, reason: typed.one('reason') });
}

/** What was typed wrong at reception; history keeps both. */
export const correctionForms: readonly CommandForm[] = [
  { command: 'correct-data', slug: 'sua', fields: CorrectFields, runOn: correct },
];
