import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { longMoment } from '#ui/dates.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { FeeExemption } from '../rules/exemption.ts';
import { CheckForm, ExemptionForm } from './exemption-form.tsx';
import { CheckState } from './exemption-state.tsx';
import type { ExemptionView } from './exemption-view.ts';
import { percentInWords, scopeInWords, spanInWords } from './exemption-words.ts';
import { paths } from './paths.ts';

/** One group: say something new about it; what was said stays below. */
export function ExemptionPage({ view }: { readonly view: ExemptionView }) {
  const { frame, history } = view;
  const { t, language } = frame;
  const [last] = history;
  const title = last ? last.name[language] : t('catalogue.exemptions.add');
  const crumbs = [
    { label: t('catalogue.admin') },
    { href: paths.exemptions, label: t('catalogue.exemptions.title') },
    { label: title },
  ];
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <ErrorSummary t={t} errors={view.errors} />
      {view.done ? (
        <Notice tone="success" live>
          <p>{t(`catalogue.exemption.done-${view.done}`)}</p>
        </Notice>
      ) : null}
      <PageTitle title={title} note={last ? scopeInWords(t, last) : undefined} />
      <div class="stack read">
        {last?.unverified ? <CheckForm view={view} last={last} /> : null}
        <ExemptionForm view={view} />
        {history.length > 0 ? <History view={view} /> : null}
      </div>
    </DeskLayout>
  );
}

function History({ view }: { readonly view: ExemptionView }) {
  const { t } = view.frame;
  return (
    <section class="stack" aria-labelledby="da-ghi">
      <h2 id="da-ghi">{t('catalogue.exemption.history')}</h2>
      <DataTable
        t={t}
        caption={t('catalogue.exemption.history')}
        rows={view.history}
        columns={columns(view)}
      />
    </section>
  );
}

function columns({ frame: { t } }: ExemptionView): Column<FeeExemption>[] {
  return [
    { head: t('catalogue.exemption.percent'), rowHeader: true, cell: (one) => percentInWords(t, one) },
    { head: t('catalogue.local-fees.since'), cell: (one) => spanInWords(t, one) },
    {
      head: t('catalogue.exemption.basis'),
      class: 'wrapok',
      cell: (one) => `${one.basis} (${scopeInWords(t, one)})`,
    },
    {
      head: t('catalogue.local-fee.set-by'),
      class: 'wrapok',
      cell: ({ setBy }) =>
        setBy ? `${setBy.name}, ${longMoment(t, setBy.at)}` : t('catalogue.exemption.loaded'),
    },
    {
      head: t('catalogue.exemption.check'),
      class: 'wrapok',
      cell: (one) => <CheckState t={t} exemption={one} />,
    },
  ];
}
