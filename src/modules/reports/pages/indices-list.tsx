import { z } from 'zod';
import { formatMoment } from '#kernel/civil-date.ts';
import { isInstant } from '#kernel/instant.ts';
import { readableOffices } from '#modules/dossiers/index.ts';
import { notFound, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import {
  countScored,
  listScored,
  type ScoredLevel,
  type ScoredPage,
  type ScoredRow,
} from '../store/index-points.ts';
import type { AskedNumber, AskingNumber } from './asked-number.ts';
import { type As, listReply, type NumberColumn } from './number-list.tsx';
import type { ReportPageDeps } from './page-deps.ts';

type Place = NonNullable<ScoredPage['after']>;

/** The dossiers that a score is made of. */
export async function indicesList(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
  as: As,
): Promise<Reply> {
  const selection = selectionOf(number);
  if (!request.actor || !selection) return notFound();
  const readable = readableOffices(request.actor);
  const list = {
    ...{ path: '/danh-sach' as const, columns: columnsOf(request.t), read: placeIn },
    count: () => countScored(deps.db, selection, readable),
    list: (page: ScoredPage) => listScored(deps.db, selection, readable, page),
    placeOf: (row: ScoredRow): Place => row,
    write: ({ points, endedAt, id, unitId }: Place) => `${points}_${endedAt}_${id}_${unitId}`,
  };
  return listReply(deps, request, number, list, as);
}

function selectionOf({ asked, table, line, column }: AskedNumber) {
  const levels: readonly ScoredLevel[] = ['agency', 'office', 'officer'];
  const level = levels.find((one) => one === line.of);
  const agencyId = level === 'agency' ? line.key : table.agencyIds[0];
  if (!level || !agencyId) return undefined;
  const { from, to } = asked.asked;
  return { agencyId, level, subjectId: line.key, index: Number(column), from, to };
}

/** `POINTS_TIME_ID_UNIT` of an address; null for anything else. */
function placeIn(typed: string | undefined): Place | null {
  const [points = '', endedAt = '', id = '', unitId = ''] = typed?.split('_') ?? [];
  const areIds = z.uuid().safeParse(id).success && z.uuid().safeParse(unitId).success;
  return /^[012]$/.test(points) && isInstant(endedAt) && areIds
    ? { points: Number(points), endedAt, id, unitId }
    : null;
}

function columnsOf(t: Words): NumberColumn<ScoredRow>[] {
  return [
    { ...{ head: t('reports.indices.points'), numeric: true, width: 8 }, text: ({ points }) => points },
    {
      ...{ head: t('reports.behind.due'), class: 'when', width: 18 },
      text: ({ dueAt }) => (dueAt ? formatMoment(dueAt) : t('reports.behind.none')),
    },
    {
      ...{ head: t('reports.behind.ended'), class: 'when', width: 18 },
      text: ({ endedAt }) => formatMoment(endedAt),
    },
  ];
}
