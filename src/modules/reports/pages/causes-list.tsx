import { formatMoment } from '#kernel/civil-date.ts';
import { readableOffices } from '#modules/dossiers/index.ts';
import { notFound, page, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Column } from '#ui/components/table-column.tsx';
import { type CausesColumn, causesColumns } from '../rules/causes-line.ts';
import { countLateOf, type LateRow, type LateSelection, listLateOf } from '../store/late.ts';
import { type AskedNumber, type AskingNumber, placeIn } from './asked-number.ts';
import { DossierLink, NumberPage } from './number-page.tsx';
import type { ReportPageDeps } from './page-deps.ts';

const PAGE = 50;
const MINUTES_OF_HOUR = 60;

/** The late dossiers behind a number of the report of causes. */
export async function causesList(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
): Promise<Reply> {
  const { actor, legalNow: now } = request;
  if (!actor) return notFound();
  const { asked, table, line } = number;
  const question = {
    asked: { ...asked.asked, agencyIds: table.agencyIds },
    selection: selectionOf(line.of, line.key, number.column),
    readable: readableOffices(actor),
    now,
  };
  const after = placeIn(request.query.sau);
  const counted = await countLateOf(deps.db, question);
  const found = await listLateOf(deps.db, question, { after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const next = found.length > PAGE && last ? `${last.dueAt}_${last.id}` : null;
  const frame = await deps.deskFrame(request);
  return page(
    <NumberPage
      {...{ frame, number, counted, rows, next, now }}
      columns={columnsOf(request.t)}
      isFirst={after === null}
    />,
  );
}

function selectionOf(of: string, key: string, column: string): LateSelection {
  const known = ['agency', 'office', 'procedure', 'step'] as const;
  return {
    of: known.find((one) => one === of) ?? 'sum',
    key,
    column: causesColumns.find((one): one is CausesColumn => one === column) ?? 'late',
  };
}

function columnsOf(t: Words): Column<LateRow>[] {
  return [
    {
      head: t('reports.behind.dossier'),
      rowHeader: true,
      class: 'wrapok',
      cell: (one) => <DossierLink {...one} />,
    },
    {
      head: t('reports.behind.due'),
      class: 'when',
      labelled: true,
      cell: ({ dueAt }) => formatMoment(dueAt),
    },
    {
      head: t('reports.behind.ended'),
      class: 'when',
      labelled: true,
      cell: ({ endedAt }) => (endedAt ? formatMoment(endedAt) : t('reports.behind.open')),
    },
    { head: t('reports.causes.cause'), class: 'wrapok', labelled: true, cell: (one) => causeText(t, one) },
    {
      head: t('reports.causes.where'),
      class: 'wrapok',
      labelled: true,
      cell: ({ officeName, step }) =>
        [officeName, step].filter(Boolean).join(', ') || t('reports.causes.nobody'),
    },
    {
      head: t('reports.causes.time'),
      numeric: true,
      labelled: true,
      cell: ({ excess }) =>
        excess === null
          ? t('reports.timeliness.nothing')
          : t('reports.causes.hours', {
              hours: Math.floor(excess / MINUTES_OF_HOUR),
              minutes: excess % MINUTES_OF_HOUR,
            }),
    },
  ];
}

/** What counts; where it was corrected also what the evidence says, and who said otherwise when. */
function causeText(t: Words, { cause, saidCause, saidAt, saidBy }: LateRow): string {
  if (cause === null) return t('reports.causes.column.unreckoned');
  const evidence = t(`reports.causes.column.${cause}`);
  if (!saidCause || !saidAt) return evidence;
  return t('reports.causes.corrected', {
    now: t(`reports.causes.column.${saidCause}`),
    evidence,
    by: saidBy ?? '',
    at: formatMoment(saidAt),
  });
}
