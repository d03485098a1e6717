import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextArea } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { crumbsOf } from './correction-page.tsx';
import { paths } from './paths.ts';

export interface RefusalView {
  readonly frame: DeskFrame;
  readonly draftId: string;
  readonly procedureName: string;
  readonly reason: string;
  readonly errors: readonly FormError[];
}

/** Why it is not accepted, for the person to read on form 03. */
export function RefusalPage({ view }: { readonly view: RefusalView }) {
  const { frame, errors } = view;
  const { t } = frame;
  const title = t('counter.refuse.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbsOf(view, title)}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} note={view.procedureName} />
      <form
        class="panel stack read"
        method="post"
        action={paths.at(view.draftId, 'khong-tiep-nhan')}
        data-once
      >
        <CsrfField token={frame.csrf} />
        <p>{t('counter.refuse.lead')}</p>
        <TextArea
          t={t}
          name="reason"
          label={t('counter.refuse.reason')}
          hint={t('counter.refuse.reason-hint')}
          value={view.reason}
          error={errorOf(errors, 'reason')}
          rows={6}
          maxLength={8000}
        />
        <div class="row">
          <Button shortcut="Control+Enter">{t('counter.refuse.send')}</Button>
          <a href={paths.draft(view.draftId)}>{t('counter.back')}</a>
        </div>
      </form>
    </DeskLayout>
  );
}
