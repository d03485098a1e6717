import { refused } from '#kernel/refusal.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { confirmReceipt } from '../actions/confirm-receipt.ts';
import { finishStep } from '../actions/finish-step.ts';
import { forward } from '../actions/forward.ts';
import { reassign } from '../actions/reassign.ts';
import { refuseReceipt } from '../actions/refuse-receipt.ts';
import { returnStep } from '../actions/return-step.ts';
import { startStep } from '../actions/start-step.ts';
import { mayHold } from '../rules/access.ts';
import { type CommandForm, type FormView, startOf, type Typed } from './command-form.ts';
import { LongText, NoteText, ReasonText, ShortText } from './form-parts.tsx';
import { personOption, WhoIsAway } from './who-is-away.tsx';

/** The draft of the result goes with the step that hands on to whoever signs. */
export function DraftFields({ view }: { readonly view: FormView }) {
  const { t, dossier } = view;
  const { procedure } = dossier.filing;
  const applicant = dossier.personal?.applicants[0]?.name ?? '';
  const start = dossier.draft ?? {
    title: t('dossiers.draft.title', { procedure: procedure.name }),
    content: t('dossiers.draft.content', { procedure: procedure.name, applicant }),
  };
  return (
    <>
      <ShortText view={view} name="title" label={t('dossiers.form.result-title')} start={start.title} />
      <LongText
        view={view}
        name="content"
        label={t('dossiers.form.result-content')}
        hint={t('dossiers.form.result-content-hint')}
        start={start.content}
        rows={6}
      />
    </>
  );
}

export function draftOf(typed: Typed) {
  const title = typed.one('title').trim();
  const content = typed.one('content').trim();
  return title || content ? { title, content } : null;
}

function ReturnFields(view: FormView) {
  const { t, dossier } = view;
  const earlier = dossier.steps
    .map((step, index) => ({
      value: String(index),
      label: t('dossiers.form.step-option', { step: step.name, office: step.officeName }),
      index,
    }))
    .filter(({ index }) => index > 0 && index < (dossier.stepIndex ?? 0));
  return (
    <>
      <SelectField
        t={t}
        name="toIndex"
        label={t('dossiers.form.to-step')}
        options={earlier}
        value={startOf(view, 'toIndex') || earlier.at(-1)?.value}
        error={errorOf(view.errors, 'toIndex')}
      />
      <ReasonText view={view} />
    </>
  );
}

function ReassignFields(view: FormView) {
  const { t, choices, dossier } = view;
  const others = choices.people.filter(
    (one) => one.accountId !== dossier.holder?.accountId && mayHold(dossier, one.role),
  );
  return (
    <>
      <SelectField
        t={t}
        name="accountId"
        label={t('dossiers.form.to-person')}
        options={others.map((one) => ({
          value: one.accountId,
          label: personOption(t, one),
        }))}
        emptyLabel={t('dossiers.form.choose')}
        value={startOf(view, 'accountId')}
        error={errorOf(view.errors, 'accountId')}
      />
      <LongText view={view} name="reason" label={t('dossiers.form.reason')} rows={2} optional />
    </>
  );
}

/** From hand to hand. */
export const stepForms: readonly CommandForm[] = [
  {
    command: 'forward',
    slug: 'chuyen',
    needs: ['nextPeople'],
    fields: (view) => (
      <>
        <WhoIsAway view={view} />
        <NoteText view={view} label={view.t('dossiers.form.note')} />
      </>
    ),
    run: ({ deps, press, typed }) => forward(deps, press, { note: typed.orNull('note') }),
  },
  {
    command: 'confirm-receipt',
    slug: 'nhan',
    run: ({ deps, press }) => confirmReceipt(deps, press),
  },
  {
    command: 'refuse-receipt',
    slug: 'tu-choi-nhan',
    fields: (view) => (
      <LongText
        view={view}
        name="missing"
        label={view.t('dossiers.form.missing')}
        hint={view.t('dossiers.form.missing-hint')}
        rows={2}
      />
    ),
    run: ({ deps, press, typed }) => refuseReceipt(deps, press, { missing: typed.one('missing') }),
  },
  { command: 'start-step', slug: 'bat-dau', run: ({ deps, press }) => startStep(deps, press) },
  {
    command: 'finish-step',
    slug: 'xong',
    needs: ['nextPeople'],
    fields: (view) => (
      <>
        <WhoIsAway view={view} />
        <DraftFields view={view} />
        <NoteText view={view} label={view.t('dossiers.form.note')} />
      </>
    ),
    run: ({ deps, press, typed }) =>
      finishStep(deps, press, { note: typed.orNull('note'), draft: draftOf(typed) }),
  },
  {
    command: 'return-step',
    slug: 'tra-lai-buoc',
    fields: ReturnFields,
    run: ({ deps, press, typed }) =>
      returnStep(deps, press, { toIndex: Number(typed.one('toIndex')) || 0, reason: typed.one('reason') }),
  },
  {
    command: 'reassign',
    slug: 'giao',
    needs: ['people'],
    fields: ReassignFields,
    run: async ({ deps, press, typed }) => {
      const accountId = typed.one('accountId');
      if (!accountId) return refused('dossiers/no-person-chosen', undefined, 'accountId');
      return reassign(deps, press, { accountId, reason: typed.one('reason') });
    },
  },
];
