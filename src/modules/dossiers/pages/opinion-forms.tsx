import { postsOf } from '#kernel/actor.ts';
import { formatMoment, parseCivilDate } from '#kernel/civil-date.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { answerOpinion } from '../actions/answer-opinion.ts';
import { askOpinion } from '../actions/ask-opinion.ts';
import { mayAnswer, type Opinion } from '../rules/dossier.ts';
import { outsideBodies, outsideBodyOf } from '../rules/outside-bodies.ts';
import { type CommandForm, type FormView, startOf } from './command-form.ts';
import { LongText } from './form-parts.tsx';

function AskFields(view: FormView) {
  const { t, choices, errors } = view;
  return (
    <>
      <SelectField
        t={t}
        name="officeId"
        label={t('dossiers.form.asked-office')}
        hint={t('dossiers.form.asked-office-hint')}
        options={[
          ...choices.offices.map(({ id, name }) => ({ value: id, label: name })),
          ...outsideBodies.map((body) => ({
            value: body,
            label: t('dossiers.form.outside', { body: t(`dossiers.outside.${body}`) }),
          })),
        ]}
        emptyLabel={t('dossiers.form.choose')}
        value={startOf(view, 'officeId')}
        error={errorOf(errors, 'officeId')}
      />
      <LongText
        view={view}
        name="question"
        label={t('dossiers.form.question')}
        hint={t('dossiers.form.question-hint')}
        rows={4}
      />
      <DateField
        t={t}
        name="answerBy"
        label={t('dossiers.form.answer-by')}
        value={startOf(view, 'answerBy')}
        error={errorOf(errors, 'answerBy')}
      />
      {choices.leftOut === null ? null : (
        <CheckboxField
          name="suspends"
          label={t('dossiers.form.opinion-suspends')}
          hint={t('dossiers.form.opinion-suspends-hint', { basis: choices.leftOut })}
          checked={startOf(view, 'suspends') !== ''}
          error={errorOf(errors, 'suspends')}
        />
      )}
    </>
  );
}

/** Those that this person may answer. */
function openFor({ dossier, actor }: Pick<FormView, 'dossier' | 'actor'>): readonly Opinion[] {
  return dossier.opinions.filter(
    (one) => one.answeredAt === null && postsOf(actor).some((post) => mayAnswer(dossier, one, post.officeId)),
  );
}

function AnswerFields(view: FormView) {
  const { t, errors } = view;
  const open = openFor(view);
  return (
    <>
      <RadioGroup
        t={t}
        name="order"
        label={t('dossiers.form.opinion')}
        choices={open.map(({ order, officeName, outside, askedAt }) => ({
          value: String(order),
          label: t(outside ? 'dossiers.form.outside-option' : 'dossiers.form.opinion-option', {
            ...{ order, office: officeName, at: formatMoment(askedAt) },
          }),
        }))}
        value={startOf(view, 'order', String(open[0]?.order ?? ''))}
        error={errorOf(errors, 'order')}
      />
      <LongText view={view} name="answer" label={t('dossiers.form.answer')} rows={5} />
    </>
  );
}

/** Another office is asked, or a body outside this system is waited for, and answers; both stand in the history. */
export const opinionForms: readonly CommandForm[] = [
  {
    command: 'ask-opinion',
    slug: 'hoi-y-kien',
    needs: ['offices', 'leftOut'],
    fields: AskFields,
    run: async ({ deps, press, typed }) => {
      const read = typed.has('answerBy') ? parseCivilDate(typed.one('answerBy'), 'answerBy') : null;
      if (read && !read.ok) return read;
      const [officeId, question] = [typed.one('officeId'), typed.one('question')];
      const answerBy = read?.value ?? null;
      const outside = outsideBodyOf(officeId);
      const suspends = typed.has('suspends');
      return askOpinion(deps, press, { officeId, outside, question, answerBy, suspends });
    },
  },
  {
    command: 'answer-opinion',
    slug: 'tra-loi-y-kien',
    fields: AnswerFields,
    run: ({ deps, press, typed }) =>
      answerOpinion(deps, press, { order: Number(typed.one('order')) || 0, answer: typed.one('answer') }),
  },
];
