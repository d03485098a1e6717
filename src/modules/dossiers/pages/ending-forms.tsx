import { refused } from '#kernel/refusal.ts';
import type { Words } from '#platform/i18n/words.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { decide } from '../actions/decide.ts';
import { stop } from '../actions/stop.ts';
import { takeBack } from '../actions/take-back.ts';
import { withdraw } from '../actions/withdraw.ts';
import { insteadInWords } from '../papers/instead-in-words.ts';
import { mayCommand } from '../rules/access.ts';
import { insteadBy } from '../rules/instead.ts';
import { type CommandForm, type FormView, startOf, type Typed } from './command-form.ts';
import { LongText, NoteText, ReasonText, ShortText } from './form-parts.tsx';
import { handOverForm } from './hand-over-form.tsx';
import { DraftFields } from './step-forms.tsx';

const outcomes = ['granted', 'refused'] as const;

function DecideFields(view: FormView) {
  const { t } = view;
  return (
    <>
      <RadioGroup
        t={t}
        name="outcome"
        label={t('dossiers.form.outcome')}
        choices={outcomes.map((value) => ({ value, label: t(`dossiers.outcome.${value}`) }))}
        value={startOf(view, 'outcome', 'granted')}
        error={errorOf(view.errors, 'outcome')}
        inline
      />
      <DraftFields view={view} />
      <LongText
        view={view}
        name="refusal"
        label={t('dossiers.form.refusal-reasons')}
        hint={t('dossiers.form.refusal-reasons-hint')}
        rows={4}
        optional
      />
      <NoteText view={view} label={t('dossiers.form.note-only')} />
      <SignedBy view={view} />
    </>
  );
}

/** In whose name the paper will stand: said before the press. */
function SignedBy({ view: { t, actor, dossier } }: { readonly view: FormView }) {
  const may = mayCommand(dossier, 'decide', actor);
  if (!may.ok) return null;
  const { title, insteadOf } = may.value;
  const instead = insteadInWords(t, insteadBy(may.value));
  return (
    <p class="small subtle">
      {t('dossiers.form.signed-by', {
        name: actor.name,
        title: insteadOf?.ownTitle ?? title,
        agency: dossier.filing.agencyName,
      })}
      {instead ? ` ${t('dossiers.signing.instead', { instead })}.` : null}
    </p>
  );
}

function WithdrawFields(view: FormView) {
  const { t } = view;
  return (
    <>
      <ReasonText view={view} />
      <CheckboxField
        name="originals"
        label={t('dossiers.form.originals-returned')}
        checked={startOf(view, 'originals') === '1'}
      />
      <ShortText view={view} name="receiver" label={t('dossiers.form.originals-receiver')} optional />
    </>
  );
}

/** A refusal says why in its own words; what was drafted to grant it is not signed. */
function refusalOf(t: Words, typed: Typed) {
  return { title: t('dossiers.paper.refusal-title'), content: typed.one('refusal').trim() };
}

/** Decisions, the way back, and the ends of a dossier's life. */
export const endingForms: readonly CommandForm[] = [
  {
    command: 'decide',
    slug: 'ky',
    fields: DecideFields,
    run: async ({ deps, press, typed }) => {
      const outcome = outcomes.find((one) => one === typed.one('outcome'));
      if (!outcome) return refused('dossiers/outcome-missing', undefined, 'outcome');
      const granted = { title: typed.one('title').trim(), content: typed.one('content').trim() };
      const result = outcome === 'granted' ? granted : refusalOf(deps.paperWords, typed);
      if (outcome === 'refused' && !result.content)
        return refused('dossiers/refusal-reasons-missing', undefined, 'refusal');
      return decide(deps, press, { outcome, result, note: typed.orNull('note') });
    },
  },
  handOverForm,
  {
    command: 'take-back',
    slug: 'thu-hoi',
    fields: (view) => <ReasonText view={view} />,
    run: ({ deps, press, typed }) => takeBack(deps, press, { reason: typed.one('reason') }),
  },
  {
    command: 'withdraw',
    slug: 'rut',
    fields: WithdrawFields,
    run: ({ deps, press, typed }) =>
      withdraw(deps, press, {
        reason: typed.one('reason'),
        originalsReturned: typed.has('originals'),
        receiver: typed.orNull('receiver'),
      }),
  },
  {
    command: 'stop',
    slug: 'dung',
    fields: (view) => (
      <>
        <ShortText
          view={view}
          name="basis"
          label={view.t('dossiers.form.legal-basis')}
          hint={view.t('dossiers.form.legal-basis-hint')}
        />
        <ReasonText view={view} />
      </>
    ),
    run: ({ deps, press, typed }) =>
      stop(deps, press, { basis: typed.one('basis'), reason: typed.one('reason') }),
  },
];
