import { maskedNumber } from '#kernel/masked-number.ts';
import { dong, formatDong } from '#kernel/money.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import type { Done } from '../actions/deps.ts';
import { handOver } from '../actions/hand-over.ts';
import type { Dossier } from '../rules/dossier.ts';
import { numberOf, type Party } from '../rules/filing.ts';
import { hasOriginals } from '../rules/hand-over-many.ts';
import { type CommandForm, type FormPressOn, type FormView, startOf } from './command-form.ts';
import { ShortText } from './form-parts.tsx';

const proofs = ['signature', 'code', 'post'] as const;

function HandOverFields(view: FormView) {
  const { t, dossier } = view;
  const receiver = expectedReceiver(dossier);
  const number = receiver ? numberOf(receiver) : null;
  return (
    <>
      <ShortText
        view={view}
        name="receiverName"
        label={t('dossiers.form.receiver-name')}
        start={receiver?.name}
      />
      <ShortText
        view={view}
        name="receiverNumber"
        label={t('dossiers.form.receiver-id')}
        hint={number ? t('dossiers.form.receiver-id-hint') : undefined}
        start={number ? maskedNumber(number) : ''}
      />
      <ShortText
        view={view}
        name="relation"
        label={t('dossiers.form.receiver-relation')}
        hint={t('dossiers.form.receiver-relation-hint')}
        optional
      />
      <CheckboxField
        name="toAuthorised"
        label={t('dossiers.form.to-authorised')}
        checked={startOf(view, 'toAuthorised', dossier.personal?.authorised ? '1' : '') === '1'}
      />
      {hasOriginals(dossier) ? (
        <CheckboxField
          name="originals"
          label={t('dossiers.form.originals-returned')}
          checked={startOf(view, 'originals') === '1'}
        />
      ) : null}
      <Fees view={view} />
      <ProofFields view={view} />
    </>
  );
}

/** Nobody leaves with the result while money is due and nobody has spoken of it. */
function Fees({ view }: { readonly view: FormView }) {
  const { t, errors, choices } = view;
  if (choices.unpaid === 0) return null;
  return (
    <CheckboxField
      name="fees"
      value={String(choices.unpaid)}
      label={t('dossiers.return-many.fees', { amount: formatDong(dong(choices.unpaid)) })}
      checked={startOf(view, 'fees') === String(choices.unpaid)}
      error={errorOf(errors, 'fees')}
    />
  );
}

function ProofFields({ view }: { readonly view: FormView }) {
  const { t, dossier } = view;
  return (
    <>
      <RadioGroup
        t={t}
        name="by"
        label={t('dossiers.form.handed-by')}
        choices={proofs.map((value) => ({ value, label: t(`dossiers.handed-by.${value}`) }))}
        value={startOf(view, 'by', dossier.filing.returnMethod === 'post' ? 'post' : 'signature')}
        error={errorOf(view.errors, 'by')}
        inline
      />
      <ShortText
        view={view}
        name="proof"
        label={t('dossiers.form.proof')}
        hint={t('dossiers.form.proof-hint')}
      />
    </>
  );
}

function expectedReceiver({ personal }: Dossier): Party | undefined {
  return personal?.authorised ?? personal?.applicants[0];
}

/** The number as the form showed it, masked and untouched, is that of the person expected; of nobody else. */
function receiverNumber(typed: FormPressOn['typed'], dossier: Dossier): string | null {
  const sent = typed.orNull('receiverNumber');
  if (!sent?.includes('•')) return sent;
  const party = expectedReceiver(dossier);
  const known = party && party.name === typed.one('receiverName').trim() ? numberOf(party) : null;
  return known && maskedNumber(known) === sent ? known : null;
}

async function giveResult({ deps, press, typed, dossier }: FormPressOn): Promise<Outcome<Done>> {
  const by = proofs.find((one) => one === typed.one('by'));
  if (!by) return refused('dossiers/no-way-chosen', undefined, 'by');
  const proof = typed.one('proof').trim();
  const receiver = {
    name: typed.one('receiverName').trim(),
    idNumber: receiverNumber(typed, dossier),
    relation: typed.orNull('relation'),
  };
  const [toAuthorised, originalsReturned] = [typed.has('toAuthorised'), typed.has('originals')];
  const given = { by, receiver, toAuthorised, originalsReturned, proof };
  const { unpaid } = deps;
  const feesSaid = Number.parseInt(typed.one('fees'), 10) || null;
  return handOver(deps, press, given, unpaid && { unpaid, feesSaid });
}

export const handOverForm: CommandForm = {
  command: 'hand-over',
  slug: 'tra-ket-qua',
  needs: ['unpaid'],
  fields: HandOverFields,
  runOn: giveResult,
};
