import type { Instant } from '#kernel/instant.ts';
import type { CertificateDates } from '#platform/papers/certificate-dates.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { moment } from './describe.ts';
import type { Health } from './health.ts';

interface Row extends CertificateDates {
  readonly use: 'root' | 'tls' | 'signer';
}

interface CertificateTableProps {
  readonly frame: DeskFrame;
  readonly certificates: Health['certificates'];
  /** Machine time, as programs that check signatures know it. */
  readonly now: Instant;
}

export function CertificateTable({ frame, certificates, now }: CertificateTableProps) {
  const { root, tls, signers } = certificates;
  const rows: Row[] = [
    ...(root ? [{ ...root, use: 'root' as const }] : []),
    ...(tls ? [{ ...tls, use: 'tls' as const }] : []),
    ...signers.map((one) => ({ ...one, use: 'signer' as const })),
  ];
  const { t } = frame;
  return (
    <DataTable t={t} caption={t('main.health.certificates')} columns={columnsOf(frame, now)} rows={rows} />
  );
}

function columnsOf({ t }: DeskFrame, now: Instant): Column<Row>[] {
  return [
    { head: t('main.health.certificate'), rowHeader: true, class: 'wrapok', cell: ({ name }) => name },
    { head: t('main.health.use'), class: 'wrapok', cell: ({ use }) => t(`main.health.use-${use}`) },
    {
      head: t('main.health.until'),
      cell: ({ validTo, use }) => (
        <>
          {moment(validTo).slice(0, 10)}{' '}
          {validTo > now ? null : (
            <State icon="alert" tone={use === 'signer' ? 'warning' : 'danger'}>
              {t('main.health.expired')}
            </State>
          )}
        </>
      ),
    },
  ];
}
