import { formatMoment } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { announceDate } from '../actions/announce-date.ts';
import { announceResult } from '../actions/announce-result.ts';
import { saidDate } from '../rules/change.ts';
import type { Inputs } from '../rules/command.ts';
import { tellingOutcomes, tellingWays } from '../rules/event.ts';
import { type CommandForm, type FormView, startOf, type Typed } from './command-form.ts';
import { NoteText } from './form-parts.tsx';

function TellingFields(view: FormView) {
  const { t, dossier, errors } = view;
  const phones = [...(dossier.personal?.applicants ?? []), dossier.personal?.authorised]
    .flatMap((party) => (party?.phone ? [{ name: party.name, phone: party.phone }] : []))
    .map(({ name, phone }) => t('dossiers.form.phone-of', { name, phone }));
  return (
    <>
      <p>{phones.length > 0 ? phones.join('; ') : t('dossiers.form.no-phone')}</p>
      <RadioGroup
        t={t}
        name="way"
        label={t('dossiers.form.told-by')}
        choices={tellingWays.map((value) => ({ value, label: t(`dossiers.telling-way.${value}`) }))}
        value={startOf(view, 'way', 'phone')}
        error={errorOf(errors, 'way')}
        inline
      />
      <RadioGroup
        t={t}
        name="outcome"
        label={t('dossiers.form.telling-outcome')}
        choices={tellingOutcomes.map((value) => ({ value, label: t(`dossiers.telling-outcome.${value}`) }))}
        value={startOf(view, 'outcome', 'reached')}
        error={errorOf(errors, 'outcome')}
        inline
      />
      <NoteText view={view} label={t('dossiers.form.note-only')} />
    </>
  );
}

function told(typed: Typed): Outcome<Inputs['announce-result']> {
  const way = tellingWays.find((one) => one === typed.one('way'));
  const outcome = tellingOutcomes.find((one) => one === typed.one('outcome'));
  if (!way) return refused('dossiers/no-way-chosen', undefined, 'way');
  if (!outcome) return refused('dossiers/no-outcome-chosen', undefined, 'outcome');
  return accepted({ way, outcome, note: typed.orNull('note') });
}

/** Of a result, and of a date that the calendar has moved. */
export const tellingForms: readonly CommandForm[] = [
  {
    command: 'announce-result',
    slug: 'bao-ket-qua',
    fields: TellingFields,
    run: async ({ deps, press, typed }) => {
      const input = told(typed);
      return input.ok ? announceResult(deps, press, input.value) : input;
    },
  },
  {
    command: 'announce-date',
    slug: 'bao-ngay-hen',
    fields: (view) => (
      <>
        <MovedDate view={view} />
        {TellingFields(view)}
      </>
    ),
    run: async ({ deps, press, typed }) => {
      const input = told(typed);
      return input.ok ? announceDate(deps, press, input.value) : input;
    },
  },
];

function MovedDate({ view: { t, dossier } }: { readonly view: FormView }) {
  const { knownDueAt, clock } = dossier;
  const said = saidDate(clock);
  if (!knownDueAt || !said) return null;
  const dates = { before: formatMoment(knownDueAt), after: formatMoment(said) };
  const key = said < knownDueAt ? 'earlier' : 'later';
  return (
    <p>
      <strong>{t(`dossiers.moved.${key}-dates`, dates)}</strong>
    </p>
  );
}
