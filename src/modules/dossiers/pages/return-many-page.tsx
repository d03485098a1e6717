import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Dossier } from '../rules/dossier.ts';
import { hasOriginals } from '../rules/hand-over-many.ts';
import type { Typed } from './command-form.ts';
import { shortNameOf } from './dossier-view.ts';
import { paths } from './page-deps.ts';
import { BulkFields, type BulkIds } from './selected-lines.tsx';

export interface ManyLine {
  readonly dossier: Dossier;
  readonly name: string;
  /** What is still to be paid, đồng. */
  readonly unpaid: number;
}

export interface ReturnManyView {
  readonly frame: DeskFrame;
  readonly lines: readonly ManyLine[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly ids: BulkIds;
}

/** One receiver, several results, one press: who it is, what was seen, what is still to be paid. */
export function ReturnManyPage({ view }: { readonly view: ReturnManyView }) {
  const { frame, lines } = view;
  const { t } = frame;
  const title = t('dossiers.return-many.title', { n: lines.length });
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.results, label: t('dossiers.results.title') }, { label: title }]}
      keys={[{ keys: 'Ctrl Enter', text: t('dossiers.return-many.send') }]}
    >
      <ErrorSummary t={t} errors={view.errors} />
      <PageTitle title={title} note={t('dossiers.return-many.note')} />
      <form class="stack" method="post" action={paths.returnManyDone} data-once>
        <BulkFields ids={view.ids} />
        {lines.map(({ dossier, name }) => (
          <input type="hidden" name="chon" value={`${dossier.seq}~${name}`} />
        ))}
        <DataTable t={t} caption={title} columns={columnsOf(view)} rows={lines} />
        <Receiver view={view} />
        <div>
          <Button shortcut="Control+Enter">{t('dossiers.return-many.send')}</Button>
        </div>
      </form>
    </DeskLayout>
  );
}

function columnsOf({ frame: { t }, typed }: ReturnManyView): Column<ManyLine>[] {
  return [
    {
      head: t('dossiers.list.number'),
      rowHeader: true,
      class: 'nr',
      cell: ({ dossier, name }) => <a href={paths.dossier(name)}>{shortNameOf(dossier)}</a>,
    },
    {
      head: t('dossiers.list.procedure'),
      class: 'wrapok',
      cell: ({ dossier }) => dossier.filing.procedure.name,
    },
    { head: t('dossiers.list.applicant'), class: 'who', cell: ({ dossier }) => applicants(t, dossier) },
    {
      head: t('dossiers.return-many.originals'),
      labelled: true,
      cell: ({ dossier, name }) =>
        hasOriginals(dossier) ? (
          <CheckboxField
            name={`originals.${name}`}
            label={t('dossiers.return-many.originals-back')}
            checked={typed.has(`originals.${name}`)}
          />
        ) : (
          t('dossiers.return-many.no-originals')
        ),
    },
    {
      head: t('dossiers.return-many.unpaid'),
      numeric: true,
      labelled: true,
      cell: ({ unpaid }) => (unpaid > 0 ? formatDong(dong(unpaid)) : t('dossiers.return-many.nothing')),
    },
  ];
}

/** Their names, or that they were erased by law. */
export function applicants(t: Words, { personal }: Dossier): string {
  return personal?.applicants.map((party) => party.name).join(', ') || t('dossiers.list.erased');
}

function Receiver({ view }: { readonly view: ReturnManyView }) {
  const { frame, typed, errors, lines } = view;
  const { t } = frame;
  const unpaid = lines.reduce((sum, line) => sum + line.unpaid, 0);
  const field = (name: string) => ({ t, name, value: typed.one(name), error: errorOf(errors, name) });
  const tick = (name: string) => ({ name, checked: typed.has(name), error: errorOf(errors, name) });
  return (
    <div class="read stack">
      <TextField {...field('receiverName')} label={t('dossiers.form.receiver-name')} maxLength={300} />
      <TextField {...field('receiverNumber')} label={t('dossiers.form.receiver-id')} maxLength={300} />
      <CheckboxField {...tick('card')} label={t('dossiers.return-many.card')} />
      <CheckboxField {...tick('authorisation')} label={t('dossiers.return-many.authorisation')} />
      <TextField
        {...field('relation')}
        label={t('dossiers.form.receiver-relation')}
        hint={t('dossiers.form.receiver-relation-hint')}
        maxLength={300}
        optional
      />
      {unpaid > 0 ? (
        <CheckboxField
          {...tick('fees')}
          value={String(unpaid)}
          checked={typed.one('fees') === String(unpaid)}
          label={t('dossiers.return-many.fees', { amount: formatDong(dong(unpaid)) })}
        />
      ) : null}
      <RadioGroup
        {...field('by')}
        value={typed.one('by') || 'signature'}
        label={t('dossiers.form.handed-by')}
        choices={(['signature', 'code'] as const).map((value) => ({
          value,
          label: t(`dossiers.handed-by.${value}`),
        }))}
        inline
      />
    </div>
  );
}
