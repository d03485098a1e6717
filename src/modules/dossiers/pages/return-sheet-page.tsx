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
import type { EventOf } from '../rules/event.ts';
import type { ReturnSheet } from '../store/return-sheets.ts';
import { momentText } from './history-items.tsx';
import { paths } from './page-deps.ts';
import type { ManyLine } from './return-many-page.tsx';

export interface SheetLine extends ManyLine {
  readonly handedOver: EventOf<'handed-over'> | undefined;
}

interface ReturnSheetPageProps {
  readonly frame: DeskFrame;
  readonly sheet: ReturnSheet;
  readonly lines: readonly SheetLine[];
}

/** What one person took, to be signed by both; what is still to be paid stands on the screen only. */
export function ReturnSheetPage({ frame, sheet, lines }: ReturnSheetPageProps) {
  const { t } = frame;
  const title = t('dossiers.return-sheet.title', { at: momentText(sheet.madeAt) });
  const receiver = lines[0]?.handedOver?.personal?.receiver;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.results, label: t('dossiers.results.title') }, { label: title }]}
    >
      <PageTitle
        title={title}
        note={receiverText(t, receiver)}
        aside={<PrintButton>{t('dossiers.hand-overs.print')}</PrintButton>}
      />
      <Unpaid t={t} lines={lines.filter((line) => line.unpaid > 0)} />
      <DataTable t={t} caption={title} rows={lines} columns={columnsOf(t)} />
      <div class="row print-only signatures">
        <p>{t('dossiers.return-sheet.giver', { name: sheet.madeByName })}</p>
        <p>{t('dossiers.return-sheet.receiver', { name: receiver?.name ?? '' })}</p>
      </div>
    </DeskLayout>
  );
}

function Unpaid({ t, lines }: { readonly t: Words; readonly lines: readonly SheetLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="no-print">
      <Notice tone="warning" title={t('dossiers.return-sheet.unpaid')}>
        <ul class="plain">
          {lines.map((line) => (
            <li>
              <a href={paths.at(line.name, 'thu-tien')}>{line.name}</a>, {formatDong(dong(line.unpaid))}
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
      cell: ({ name }) => <a href={paths.dossier(name)}>{name}</a>,
    },
    {
      head: t('dossiers.list.procedure'),
      class: 'wrapok',
      cell: (line) => line.dossier.filing.procedure.name,
    },
    {
      head: t('dossiers.list.applicant'),
      class: 'who',
      cell: ({ dossier }) =>
        dossier.personal?.applicants.map((one) => one.name).join(', ') ?? t('dossiers.list.erased'),
    },
    {
      head: t('dossiers.return-sheet.result'),
      labelled: true,
      cell: ({ dossier }) => dossier.resultNumber ?? '',
    },
    {
      head: t('dossiers.return-many.originals'),
      labelled: true,
      cell: ({ handedOver }) =>
        t(`dossiers.return-sheet.originals-${handedOver?.body.originalsReturned ? 'back' : 'none'}`),
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
