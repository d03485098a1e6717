import { formatMoment } from '#kernel/civil-date.ts';
import { readableOffices } from '#modules/dossiers/index.ts';
import { notFound, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { type CausesColumn, causesColumns } from '../rules/causes-line.ts';
import { countLateOf, type LatePage, type LateRow, type LateSelection, listLateOf } from '../store/late.ts';
import { type AskedNumber, type AskingNumber, placeIn } from './asked-number.ts';
import { type As, listReply, type NumberColumn } from './number-list.tsx';
import type { ReportPageDeps } from './page-deps.ts';

const MINUTES_OF_HOUR = 60;

/** The late dossiers behind a number of the report of causes. */
export async function causesList(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
  as: As,
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
  const list = {
    ...{ path: '/danh-sach' as const, columns: columnsOf(request.t), read: placeIn },
    count: () => countLateOf(deps.db, question),
    list: (page: LatePage) => listLateOf(deps.db, question, page),
    placeOf: ({ dueAt: at, id }: LateRow) => ({ at, id }),
    write: ({ at, id }: { readonly at: string; readonly id: string }) => `${at}_${id}`,
  };
  return listReply(deps, request, number, list, as);
}

function selectionOf(of: string, key: string, column: string): LateSelection {
  const known = ['agency', 'office', 'procedure', 'step'] as const;
  return {
    of: known.find((one) => one === of) ?? 'sum',
    key,
    column: causesColumns.find((one): one is CausesColumn => one === column) ?? 'late',
  };
}

function columnsOf(t: Words): NumberColumn<LateRow>[] {
  return [
    {
      ...{ head: t('reports.behind.due'), class: 'when', width: 18 },
      text: ({ dueAt }) => formatMoment(dueAt),
    },
    {
      ...{ head: t('reports.behind.ended'), class: 'when', width: 18 },
      text: ({ endedAt }) => (endedAt ? formatMoment(endedAt) : t('reports.behind.open')),
    },
    {
      ...{ head: t('reports.causes.cause'), class: 'wrapok', width: 40 },
      text: (one) => causeText(t, one),
    },
    {
      ...{ head: t('reports.causes.where'), class: 'wrapok', width: 40 },
      text: ({ officeName, step }) =>
        [officeName, step].filter(Boolean).join(', ') || t('reports.causes.nobody'),
    },
    {
      ...{ head: t('reports.causes.time'), numeric: true, width: 18 },
      text: ({ excess }) =>
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
