import { type CivilDate, dateOf, daysBetween, formatCivilDate } from '#kernel/civil-date.ts';
import type { HeldCertificate } from '#platform/papers/list-certificates.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { paths } from './paths.ts';

interface CertificatesPageProps {
  readonly frame: DeskFrame;
  readonly certificates: readonly HeldCertificate[];
  /** Of the machine: certificates know no legal clock. */
  readonly today: CivilDate;
}

const SOON = 30;

/** With what papers are signed: whose, from when, until when, how many days are left. */
export function CertificatesPage({ frame, certificates, today }: CertificatesPageProps) {
  const { t } = frame;
  const title = t('administration.certificates.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.start, label: t('administration.start.title') }, { label: title }]}
    >
      <PageTitle title={title} note={t('administration.certificates.note')} />
      {certificates.length === 0 ? (
        <Empty title={t('administration.certificates.none')}>
          {t('administration.certificates.none-note')}
        </Empty>
      ) : (
        <DataTable
          t={t}
          caption={title}
          rows={certificates}
          columns={[
            {
              head: t('administration.certificates.whose'),
              rowHeader: true,
              class: 'wrapok',
              cell: ({ name, title: post }) => (post ? `${name}, ${post}` : name),
            },
            {
              head: t('administration.certificates.kind'),
              cell: ({ kind }) => t(`administration.certificates.kind.${kind}`),
            },
            {
              head: t('administration.certificates.organisation'),
              class: 'wrapok',
              cell: ({ organisation }) => organisation,
            },
            {
              head: t('administration.certificates.from'),
              labelled: true,
              cell: ({ from }) => formatCivilDate(dateOf(from)),
            },
            {
              head: t('administration.certificates.to'),
              labelled: true,
              cell: ({ to }) => formatCivilDate(dateOf(to)),
            },
            {
              head: t('administration.certificates.left'),
              cell: ({ to }) => <DaysLeft frame={frame} left={daysBetween(today, dateOf(to))} />,
            },
          ]}
        />
      )}
    </DeskLayout>
  );
}

function DaysLeft({ frame: { t }, left }: { readonly frame: DeskFrame; readonly left: number }) {
  if (left < 0) {
    return (
      <State icon="late" tone="danger">
        {t('administration.certificates.over')}
      </State>
    );
  }
  return left <= SOON ? (
    <State icon="alert" tone="warning">
      {t('administration.certificates.days', { n: left })}
    </State>
  ) : (
    <span>{t('administration.certificates.days', { n: left })}</span>
  );
}
