import { formatMoment } from '#kernel/civil-date.ts';
import { maskedNumber } from '#kernel/masked-number.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Dossier } from '../rules/dossier.ts';
import type { EventOf } from '../rules/event.ts';
import type { ReturnSheet } from '../store/return-sheets.ts';
import { paths } from './page-deps.ts';
import { applicants } from './return-many-page.tsx';

export interface SheetLine {
  readonly number: string;
  /** Null: may no longer be read by this person, who made the sheet. */
  readonly read: {
    readonly dossier: Dossier;
    readonly handedOver: EventOf<'handed-over'> | undefined;
    /** What is still to be paid, đồng. */
    readonly unpaid: number;
  } | null;
}

interface ReturnSheetPageProps {
  readonly frame: DeskFrame;
  readonly sheet: ReturnSheet;
  readonly lines: readonly SheetLine[];
}

/** What one person took, to be signed by both; what is still to be paid stands on the screen only. */
export function ReturnSheetPage({ frame, sheet, lines }: ReturnSheetPageProps) {
  const { t } = frame;
  const title = t('dossiers.return-sheet.title', { at: formatMoment(sheet.madeAt) });
  const read = lines.flatMap((line) => line.read ?? []);
  const [receiver] = read.flatMap(({ handedOver }) => handedOver?.personal?.receiver ?? []);
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.results, label: t('dossiers.results.title') }, { label: title }]}
    >
      <PageTitle
        title={title}
        note={read.length > 0 ? receiverText(t, receiver) : undefined}
        aside={<PrintButton>{t('dossiers.hand-overs.print')}</PrintButton>}
      />
      <Unpaid t={t} lines={lines} />
      <DataTable t={t} caption={title} rows={lines} columns={columnsOf(t)} />
      <div class="row print-only signatures">
        <p>{t('dossiers.return-sheet.giver', { name: sheet.madeByName })}</p>
        <p>{t('dossiers.return-sheet.receiver', { name: receiver?.name ?? '' })}</p>
      </div>
    </DeskLayout>
  );
}

function Unpaid({ t, lines }: { readonly t: Words; readonly lines: readonly SheetLine[] }) {
  const unpaid = lines.flatMap(({ number, read }) => (read?.unpaid ? [{ number, amount: read.unpaid }] : []));
  if (unpaid.length === 0) return null;
  return (
    <div class="no-print">
      <Notice tone="warning" title={t('dossiers.return-sheet.unpaid')}>
        <ul class="plain">
          {unpaid.map(({ number, amount }) => (
            <li>
              <a href={paths.at(number, 'thu-tien')}>{number}</a>, {formatDong(dong(amount))}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function columnsOf(t: Words): Column<SheetLine>[] {
  return [
    {
      head: t('dossiers.list.number'),
      rowHeader: true,
      class: 'nr whole',
      cell: ({ number, read }) => (read ? <a href={paths.dossier(number)}>{number}</a> : number),
    },
    {
      head: t('dossiers.list.procedure'),
      class: 'wrapok',
      cell: ({ read }) => read?.dossier.filing.procedure.name ?? t('dossiers.return-sheet.unreadable'),
    },
    {
      head: t('dossiers.list.applicant'),
      class: 'who',
      cell: ({ read }) => (read ? applicants(t, read.dossier) : ''),
    },
    {
      head: t('dossiers.return-sheet.result'),
      labelled: true,
      cell: ({ read }) => read?.dossier.resultNumber ?? '',
    },
    {
      head: t('dossiers.return-many.originals'),
      labelled: true,
      cell: ({ read }) =>
        read
          ? t(`dossiers.return-sheet.originals-${read.handedOver?.body.originalsReturned ? 'back' : 'none'}`)
          : '',
    },
  ];
}

function receiverText(
  t: Words,
  receiver: NonNullable<EventOf<'handed-over'>['personal']>['receiver'] | undefined,
): string {
  if (!receiver) return t('dossiers.list.erased');
  const number = receiver.idNumber ? maskedNumber(receiver.idNumber) : '';
  return t('dossiers.return-sheet.to', { name: receiver.name, number });
}
