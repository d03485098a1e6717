import type { CivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type DatedEffect, standingOf } from '../rules/dated-effect.ts';
import type { Regime } from '../rules/procedure.ts';
import { effectInWords, effectSpan } from './clock-effect-words.ts';
import { paths } from './paths.ts';

export interface ClockEffectsView {
  readonly frame: DeskFrame;
  readonly regime: Regime;
  /** The procedure that is looked at; empty: all rows. */
  readonly procedure: string;
  /** Every row of the regime. */
  readonly all: readonly DatedEffect[];
  readonly names: ReadonlyMap<string, string>;
  readonly today: CivilDate;
  readonly maySet: boolean;
}

/** What acts on the clock of a dossier: every row there is and was, with its law. */
export function ClockEffectsPage({ view }: { readonly view: ClockEffectsView }) {
  const { frame, all, procedure, regime } = view;
  const { t } = frame;
  const title = t('catalogue.clock.title');
  const rows = all.filter((one) => procedure === '' || one.procedureCode === procedure);
  const held = all.filter((one) => one.takenBack === null);
  const unchecked = held.filter((one) => !one.checked).length;
  return (
    <DeskLayout frame={frame} title={title} crumbs={[{ label: t('catalogue.admin') }, { label: title }]}>
      <PageTitle
        title={title}
        note={t('catalogue.clock.note')}
        aside={<PrintButton>{t('catalogue.local-fees.print')}</PrintButton>}
      />
      <div class="stack">
        <Choose view={view} />
        <div class="row">
          {view.maySet ? (
            <a
              class="ds-button no-print"
              data-variant="primary"
              href={paths.setClockEffectOf(regime, procedure)}
            >
              {t('catalogue.clock.set')}
            </a>
          ) : null}
          {unchecked > 0 ? (
            <State icon="alert" tone="warning">
              {t('catalogue.clock.unchecked', { n: unchecked, all: held.length })}
            </State>
          ) : (
            <State icon="ok" tone="success">
              {t('catalogue.clock.all-checked', { all: held.length })}
            </State>
          )}
        </div>
        {rows.length === 0 ? (
          <Empty title={t('catalogue.clock.none')}>{t('catalogue.clock.none-now')}</Empty>
        ) : (
          <DataTable t={t} caption={title} columns={columns(view)} rows={rows} walkable />
        )}
      </div>
    </DeskLayout>
  );
}

function Choose({ view }: { readonly view: ClockEffectsView }) {
  const { t } = view.frame;
  return (
    <form class="row end no-print" method="get" action={paths.clockEffects}>
      <SelectField
        t={t}
        name="che-do"
        label={t('catalogue.clock.regime')}
        value={view.regime}
        options={(['2018', '2025'] as const).map((value) => ({
          value,
          label: t(`catalogue.clock.regime-${value}`),
        }))}
      />
      <SelectField
        t={t}
        name="thu-tuc"
        label={t('catalogue.clock.procedure')}
        value={view.procedure}
        emptyLabel={t('catalogue.clock.every-row')}
        options={procedureOptions(view.names)}
      />
      <Button variant="secondary">{t('catalogue.clock.show')}</Button>
    </form>
  );
}

export function procedureOptions(names: ReadonlyMap<string, string>) {
  return [...names].map(([value, name]) => ({ value, label: `${value} ${name}` }));
}

function columns({ frame: { t }, all, names, today }: ClockEffectsView): Column<DatedEffect>[] {
  return [
    {
      head: t('catalogue.clock.what'),
      rowHeader: true,
      class: 'wrapok',
      cell: (row) => <a href={paths.clockEffect(row.id)}>{effectInWords(t, row)}</a>,
    },
    {
      head: t('catalogue.clock.procedure'),
      class: 'wrapok',
      cell: ({ procedureCode: code }) =>
        code === null ? t('catalogue.clock.every-procedure') : `${code} ${names.get(code) ?? ''}`,
    },
    { head: t('catalogue.clock.basis'), class: 'wrapok', cell: ({ basis }) => basis },
    { head: t('catalogue.clock.span'), class: 'wrapok', cell: (row) => effectSpan(t, all, row) },
    {
      head: t('catalogue.clock.standing'),
      cell: (row) => t(`catalogue.clock.standing-${standingOf(all, row, today)}`),
    },
    { head: t('catalogue.clock.check'), class: 'wrapok', cell: (row) => <ComparedState t={t} row={row} /> },
  ];
}

export function ComparedState({ t, row }: { readonly t: Words; readonly row: DatedEffect }) {
  const { comparison } = row;
  if (!row.checked)
    return (
      <State icon="alert" tone="warning">
        {t('catalogue.exemption.unchecked')}
      </State>
    );
  return (
    <State icon="ok" tone="success">
      {comparison
        ? t('catalogue.exemption.checked-by', { name: comparison.name, source: comparison.source })
        : t('catalogue.exemption.checked')}
    </State>
  );
}
