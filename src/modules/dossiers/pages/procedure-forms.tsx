import { errorOf } from '#ui/components/error-summary.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { annulAcceptance } from '../actions/annul-acceptance.ts';
import { correctProcedure } from '../actions/correct-procedure.ts';
import { recordHandSignature } from '../actions/record-hand-signature.ts';
import { annulmentGrounds } from '../rules/event.ts';
import { type CommandForm, type FormView, startOf } from './command-form.ts';
import { NoteText, ReasonText, ShortText } from './form-parts.tsx';

const BETWEEN = '#';

/** Procedure and case in one choice: the person at the counter knows what it should have been. */
function ProcedureFields(view: FormView) {
  const { t, choices, dossier, errors } = view;
  const options = choices.procedures.flatMap(({ code, name, cases }) =>
    cases.length === 0
      ? [{ value: code, label: t('dossiers.form.procedure-option', { name, code }) }]
      : cases.map((one) => ({
          value: `${code}${BETWEEN}${one.key}`,
          label: t('dossiers.form.case-option', { name, code, caseName: one.name }),
        })),
  );
  const { code, caseKey } = dossier.filing.procedure;
  return (
    <>
      <SelectField
        t={t}
        name="code"
        label={t('dossiers.form.right-procedure')}
        hint={t('dossiers.form.right-procedure-hint')}
        options={options}
        value={startOf(view, 'code', caseKey ? `${code}${BETWEEN}${caseKey}` : code)}
        error={errorOf(errors, 'code')}
      />
      <ReasonText view={view} />
    </>
  );
}

function SignatureFields(view: FormView) {
  const { t, choices, errors } = view;
  return (
    <>
      <SelectField
        t={t}
        name="signerAccountId"
        label={t('dossiers.form.hand-signer')}
        options={choices.signers.map(({ accountId, name, title }) => ({
          value: accountId,
          label: t('dossiers.form.person-option', { name, title }),
        }))}
        value={startOf(view, 'signerAccountId', choices.signers[0]?.accountId)}
        error={errorOf(errors, 'signerAccountId')}
      />
      <ShortText
        view={view}
        name="resultNumber"
        label={t('dossiers.form.book-number')}
        hint={t('dossiers.form.book-number-hint')}
      />
      <NoteText view={view} label={t('dossiers.form.note-only')} />
    </>
  );
}

/** What the counter puts right, and what is signed with ink there. */
export const procedureForms: readonly CommandForm[] = [
  {
    command: 'correct-procedure',
    slug: 'sua-thu-tuc',
    needs: ['procedures'],
    fields: ProcedureFields,
    run: ({ deps, press, typed }) => {
      const [code = '', caseKey = null] = typed.one('code').split(BETWEEN);
      return correctProcedure(deps, press, { code, caseKey, reason: typed.one('reason') });
    },
  },
  {
    command: 'annul-acceptance',
    slug: 'huy-tiep-nhan',
    fields: (view) => (
      <>
        <RadioGroup
          t={view.t}
          name="ground"
          label={view.t('dossiers.form.annulment-ground')}
          choices={annulmentGrounds.map((value) => ({
            value,
            label: view.t(`dossiers.annulment-ground.${value}`),
          }))}
          value={startOf(view, 'ground')}
          error={errorOf(view.errors, 'ground')}
        />
        <ReasonText view={view} />
      </>
    ),
    run: ({ deps, press, typed }) =>
      annulAcceptance(deps, press, {
        ground: annulmentGrounds.find((ground) => ground === typed.one('ground')) ?? null,
        reason: typed.one('reason'),
      }),
  },
  {
    command: 'record-hand-signature',
    slug: 'ky-tay',
    needs: ['signers'],
    fields: SignatureFields,
    run: ({ deps, press, typed }) =>
      recordHandSignature(deps, press, {
        signerAccountId: typed.one('signerAccountId'),
        resultNumber: typed.one('resultNumber').trim(),
        note: typed.orNull('note'),
      }),
  },
];
