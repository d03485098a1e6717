import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextArea, TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { AskedPaper } from '../rules/guidance.ts';
import { paths } from './paths.ts';

export interface CorrectionView {
  readonly frame: DeskFrame;
  readonly draftId: string;
  readonly procedureName: string;
  readonly asked: readonly AskedPaper[];
  readonly reason: string;
  readonly errors: readonly FormError[];
}

/** One complete list of what is missing, each with its reason: asked once (form 02). */
export function CorrectionPage({ view }: { readonly view: CorrectionView }) {
  const { frame, errors } = view;
  const { t } = frame;
  const title = t('counter.correction.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbsOf(view, title)}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} note={view.procedureName} />
      <form class="panel stack" method="post" action={paths.at(view.draftId, 'bo-sung')} data-once>
        <CsrfField token={frame.csrf} />
        <p>{t('counter.correction.lead')}</p>
        {view.asked.map((paper) => (
          <AskedFields view={view} paper={paper} />
        ))}
        <TextArea
          t={t}
          name="reason"
          label={t('counter.correction.reason')}
          hint={t('counter.correction.reason-hint')}
          value={view.reason}
          error={errorOf(errors, 'reason')}
          rows={4}
          maxLength={8000}
        />
        <div class="row">
          <Button shortcut="Control+Enter">{t('counter.correction.send')}</Button>
          <a href={paths.draft(view.draftId)}>{t('counter.back')}</a>
        </div>
      </form>
    </DeskLayout>
  );
}

function AskedFields({ view, paper }: { readonly view: CorrectionView; readonly paper: AskedPaper }) {
  const { t } = view.frame;
  const { field } = paper;
  return (
    <div class="form">
      {paper.listed ? (
        <div class="w3">
          <CheckboxField
            name={`${field}.asked`}
            checked={paper.asked}
            label={paper.name}
            error={errorOf(view.errors, `${field}.asked`)}
          />
          <input type="hidden" name={`${field}.name`} value={paper.name} />
        </div>
      ) : (
        <TextField
          t={t}
          name={`${field}.name`}
          label={t('counter.correction.other')}
          value={paper.name}
          error={errorOf(view.errors, `${field}.name`)}
          maxLength={600}
          class="w3"
          optional
        />
      )}
      <TextField
        t={t}
        name={`${field}.what`}
        label={t('counter.correction.what')}
        value={paper.what}
        error={errorOf(view.errors, `${field}.what`)}
        maxLength={1000}
        class="w3"
        optional
      />
    </div>
  );
}

export function crumbsOf(view: { readonly frame: DeskFrame; readonly draftId: string }, title: string) {
  return [
    { href: paths.start, label: view.frame.t('counter.title') },
    { href: paths.draft(view.draftId), label: view.frame.t('counter.draft') },
    { label: title },
  ];
}
