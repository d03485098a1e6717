import { errorOf } from '#ui/components/error-summary.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { correctCause } from '../actions/correct-cause.ts';
import { lateCauses } from '../rules/late-causes.ts';
import { type CommandForm, type FormView, startOf } from './command-form.ts';
import { ReasonText, ShortText } from './form-parts.tsx';

function CauseFields(view: FormView) {
  const { t, errors } = view;
  return (
    <>
      <RadioGroup
        t={t}
        name="cause"
        label={t('dossiers.form.late-cause')}
        choices={lateCauses.map((value) => ({
          value,
          label: t(`dossiers.late-cause.${value}`),
          hint: t(`dossiers.late-cause-means.${value}`),
        }))}
        value={startOf(view, 'cause')}
        error={errorOf(errors, 'cause')}
      />
      <ReasonText view={view} hint={t('dossiers.form.late-cause-reason')} />
      <ShortText
        view={view}
        name="evidence"
        label={t('dossiers.form.evidence')}
        hint={t('dossiers.form.evidence-hint')}
        optional
      />
    </>
  );
}

/** Why it was late, said otherwise than the evidence says. */
export const causeForms: readonly CommandForm[] = [
  {
    command: 'correct-cause',
    slug: 'nguyen-nhan',
    fields: CauseFields,
    run: ({ deps, press, typed }) =>
      correctCause(deps, press, {
        to: lateCauses.find((cause) => cause === typed.one('cause')) ?? null,
        reason: typed.one('reason'),
        evidence: typed.one('evidence').trim(),
      }),
  },
];
