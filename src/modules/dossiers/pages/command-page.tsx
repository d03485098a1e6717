import { formatMoment } from '#kernel/civil-date.ts';
import { ErrorSummary, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { DossierEvent } from '../rules/event.ts';
import type { CommandForm, Typed } from './command-form.ts';
import { crumbsOf } from './crumbs.ts';
import { shortNameOf, titleOf } from './dossier-view.ts';
import { FormBody, type FormPageView } from './form-body.tsx';
import { authorText, eventTitle } from './history-items.tsx';

interface CommandPageProps {
  readonly view: FormPageView;
  readonly form: CommandForm;
  readonly sent: Typed | null;
  readonly errors: readonly FormError[];
  /** What others did since the form was drawn. */
  readonly since: readonly DossierEvent[];
}

/** One command on a page of its own: also where a refused press comes back to, with all that was typed. */
export function CommandPage({ view, form, sent, errors, since }: CommandPageProps) {
  const { frame, read, name } = view;
  const { dossier } = read;
  const { t } = frame;
  const title = t(`dossiers.command.${form.command}`);
  return (
    <DeskLayout
      frame={frame}
      title={`${title}, ${shortNameOf(dossier)}`}
      crumbs={crumbsOf(t, dossier, title)}
    >
      <div class="read stack">
        <ErrorSummary t={t} errors={errors} />
        {since.length > 0 ? <Changed view={view} since={since} /> : null}
        <PageTitle title={title} note={<Subject title={titleOf(t, dossier)} name={name} />} />
        <p>{t(`dossiers.form.lead.${form.command}`)}</p>
        {dossier.training && form.command === 'decide' ? <p>{t('dossiers.training.sign')}</p> : null}
        <FormBody view={view} form={form} sent={sent} errors={errors} />
      </div>
    </DeskLayout>
  );
}

/** The number is never broken. */
function Subject({ title, name }: { readonly title: string; readonly name: string }) {
  return (
    <>
      {title}, <span class="nowrap">{name}</span>
    </>
  );
}

function Changed({ view, since }: Pick<CommandPageProps, 'view' | 'since'>) {
  const { frame, read } = view;
  const { t } = frame;
  return (
    <Notice tone="warning" title={t('dossiers.form.changed')}>
      <ul>
        {since.map((event) => (
          <li>
            {eventTitle(t, read.dossier, event)}, {formatMoment(event.at)}, {authorText(t, event)}
          </li>
        ))}
      </ul>
      <p>{t('dossiers.form.changed-now')}</p>
    </Notice>
  );
}
