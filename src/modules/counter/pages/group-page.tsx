import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type Fields, textOf } from '../rules/fields.ts';
import { MOST_OF_GROUP } from '../rules/read-group.ts';
import { paths } from './paths.ts';

export interface GroupView {
  readonly frame: DeskFrame;
  readonly draftId: string;
  readonly procedureName: string;
  readonly rows: Fields;
  readonly errors: readonly FormError[];
}

const cells = ['name', 'id-number', 'birth-date', 'address'] as const;

/** The other persons with the same matter: one row each, one press. */
export function GroupPage({ view }: { readonly view: GroupView }) {
  const { frame, draftId, rows, errors } = view;
  const { t } = frame;
  const title = t('counter.group.title');
  const lines = Array.from({ length: MOST_OF_GROUP - 1 }, (_, index) => index);
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.draft(draftId), label: view.procedureName }, { label: title }]}
      keys={[{ keys: 'Ctrl Enter', text: t('counter.group.accept') }]}
    >
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} note={view.procedureName} />
      <p>{t('counter.group.how')}</p>
      <form class="stack" method="post" action={paths.at(draftId, 'nhom')} data-once>
        <CsrfField token={frame.csrf} />
        <DataTable
          t={t}
          caption={title}
          rows={lines}
          columns={cells.map((cell) => ({
            head: t(`counter.group.${cell}`),
            cell: (index: number) => (
              <TextField
                t={t}
                name={`rows.${index}.${cell}`}
                label={t('counter.group.cell', { what: t(`counter.group.${cell}`), n: index + 2 })}
                value={textOf(rows, `rows.${index}.${cell}`)}
                error={errorOf(errors, `rows.${index}.${cell}`)}
                maxLength={cell === 'address' ? 1000 : 400}
              />
            ),
          }))}
        />
        <div>
          <Button shortcut="Control+Enter">{t('counter.group.accept')}</Button>
        </div>
      </form>
    </DeskLayout>
  );
}
