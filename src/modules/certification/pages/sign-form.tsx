import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { errorOf } from '#ui/components/error-summary.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { numberLabel } from '../rules/books.ts';
import type { ListedCopy } from '../store/electronic-copies.ts';
import type { ElectronicView } from './electronic-view.ts';
import { paths } from './paths.ts';

interface SignFormProps {
  readonly view: ElectronicView;
  readonly columns: readonly Column<ListedCopy>[];
}

/** What waits for this person's signature: read, ticked, signed with one code. */
export function SignForm({ view, columns }: SignFormProps) {
  const { frame, copies, ticked, demoCode, errors } = view;
  const { t } = frame;
  return (
    <form class="stack tight" method="post" action={paths.electronic} data-once>
      <CsrfField token={frame.csrf} />
      <h2>{t('certification.electronic.to-sign')}</h2>
      <DataTable
        t={t}
        caption={t('certification.electronic.to-sign')}
        columns={columns}
        rows={copies.toSign}
        walkable
        select={{
          name: 'chon',
          value: view.boxOf,
          label: (copy) => numberLabel(copy.entry.number),
          selected: (copy) => ticked.has(`${copy.dossierNumber}~${copy.ordinal}`),
        }}
      />
      <div class="row end sign-many">
        <span class="subtle" data-selected={t('certification.electronic.choose')} aria-live="polite" />
        <TextField
          t={t}
          name="ma"
          label={t('certification.electronic.code')}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={40}
          error={errorOf(errors, 'ma')}
        />
        {demoCode ? (
          <span class="small">
            {t('certification.electronic.demo-code')} <code>{demoCode}</code>
          </span>
        ) : null}
        <Button>{t('certification.electronic.sign')}</Button>
      </div>
    </form>
  );
}
