import { formatCivilDate } from '#kernel/civil-date.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { DailyRoot } from '../store/roots.ts';

interface SealPageProps {
  readonly frame: DeskFrame;
  readonly roots: readonly DailyRoot[];
  /** SPKI, base64. */
  readonly publicKey: string;
  readonly olderHref: string | undefined;
  readonly latestHref: string | undefined;
}

export function SealPage({ frame, roots, publicKey, olderHref, latestHref }: SealPageProps) {
  const { t } = frame;
  const title = t('dossiers.seal.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={[{ label: title }]}>
      <PageTitle
        title={title}
        note={t('dossiers.seal.note')}
        aside={roots.length > 0 ? <PrintButton>{t('dossiers.seal.print')}</PrintButton> : undefined}
      />
      {roots.length === 0 ? (
        <Empty title={t('dossiers.seal.none')}>{t('dossiers.seal.none-why')}</Empty>
      ) : (
        <>
          <DataTable t={t} caption={t('dossiers.seal.caption')} columns={columnsOf(frame)} rows={roots} />
          <p>
            {t('dossiers.seal.key')}: <code class="wrapok">{publicKey}</code>
          </p>
          <p class="small subtle">{t('dossiers.seal.check')}</p>
        </>
      )}
      <p class="row no-print">
        {latestHref ? <a href={latestHref}>{t('dossiers.seal.latest')}</a> : null}
        {olderHref ? <a href={olderHref}>{t('dossiers.seal.older')}</a> : null}
      </p>
    </DeskLayout>
  );
}

function columnsOf({ t }: DeskFrame): Column<DailyRoot>[] {
  return [
    { head: t('dossiers.seal.day'), rowHeader: true, cell: ({ day }) => formatCivilDate(day) },
    { head: t('dossiers.seal.heads'), cell: ({ heads }) => heads },
    {
      head: t('dossiers.seal.root'),
      class: 'wrapok',
      cell: ({ root }) => <code>{grouped(Buffer.from(root).toString('hex'))}</code>,
    },
    {
      head: t('dossiers.seal.signature'),
      class: 'wrapok',
      cell: ({ signature }) => <code>{grouped(Buffer.from(signature).toString('base64'))}</code>,
    },
  ];
}

/** In groups of eight, to be compared by eye. */
function grouped(text: string): string {
  return text.replace(/.{8}(?=.)/g, '$& ');
}
