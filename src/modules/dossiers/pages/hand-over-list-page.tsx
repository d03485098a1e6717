import { dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { HandOverLine, HandOverList } from '../store/hand-overs.ts';
import { BulkForm, selectionOf } from './bulk-form.tsx';
import { paths } from './page-deps.ts';
import type { BulkIds } from './selected-lines.tsx';

interface HandOverListPageProps {
  readonly frame: DeskFrame;
  readonly nameOf: (officeId: string) => string;
  readonly list: HandOverList;
  readonly lines: readonly HandOverLine[];
  /** The person belongs to the office that gets it. */
  readonly receiving: boolean;
  readonly ids: BulkIds;
}

/** One list, to print and sign on both sides; the receiving side confirms here, one or many. */
export function HandOverListPage({ frame, nameOf, list, lines, receiving, ids }: HandOverListPageProps) {
  const { t } = frame;
  const title = t('dossiers.hand-overs.list-title', { at: formatMoment(list.madeAt) });
  const open = lines.some((line) => line.answeredAt === null && line.task === 'confirm-receipt');
  const confirming = receiving && open;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ label: t('dossiers.hand-overs.title'), href: paths.handOvers }, { label: title }]}
    >
      <PageTitle
        title={title}
        note={t('dossiers.hand-overs.between', {
          from: nameOf(list.fromOfficeId),
          to: nameOf(list.toOfficeId),
        })}
        aside={<PrintButton>{t('dossiers.hand-overs.print')}</PrintButton>}
      />
      <BulkForm t={t} ids={ids} commands={confirming ? ['confirm-receipt'] : []}>
        <DataTable
          t={t}
          caption={title}
          columns={columnsOf(t)}
          rows={lines}
          select={confirming ? { ...selectionOf<HandOverLine>(), selected: isOpen } : undefined}
          walkable
        />
      </BulkForm>
      {confirming ? <p class="small subtle no-print mt-2">{t('dossiers.hand-overs.refuse-hint')}</p> : null}
      <div class="row print-only signatures">
        <p>{t('dossiers.hand-overs.giver', { name: list.madeByName })}</p>
        <p>{t('dossiers.hand-overs.receiver')}</p>
      </div>
    </DeskLayout>
  );
}

function isOpen({ answeredAt, task }: HandOverLine): boolean {
  return answeredAt === null && task === 'confirm-receipt';
}

function columnsOf(t: Words): Column<HandOverLine>[] {
  return [
    {
      head: t('dossiers.list.number'),
      rowHeader: true,
      class: 'nr whole',
      cell: ({ name }) => <a href={paths.dossier(name)}>{name}</a>,
    },
    { head: t('dossiers.list.procedure'), class: 'wrapok', cell: (line) => line.procedureName },
    {
      head: t('dossiers.list.applicant'),
      class: 'who',
      cell: ({ applicantName }) => applicantName ?? t('dossiers.list.erased'),
    },
    {
      head: t('dossiers.list.due'),
      labelled: true,
      cell: ({ dueAt }) => (dueAt ? formatCivilDate(dateOf(dueAt)) : t('dossiers.list.none')),
    },
    {
      head: t('dossiers.hand-overs.answer'),
      class: 'wrapok',
      labelled: true,
      cell: (line) => answerText(t, line),
    },
  ];
}

function answerText(t: Words, { answeredAt, answeredBy, refused }: HandOverLine): string {
  if (!answeredAt) return t('dossiers.hand-overs.not-answered');
  const said = { at: formatMoment(answeredAt), name: answeredBy ?? '' };
  return t(refused ? 'dossiers.hand-overs.refused' : 'dossiers.hand-overs.confirmed', said);
}
