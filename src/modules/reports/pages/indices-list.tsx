import { z } from 'zod';
import { formatMoment } from '#kernel/civil-date.ts';
import { isInstant } from '#kernel/instant.ts';
import { readableOffices } from '#modules/dossiers/index.ts';
import { notFound, page, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Column } from '#ui/components/table-column.tsx';
import {
  countScored,
  listScored,
  type ScoredLevel,
  type ScoredPage,
  type ScoredRow,
} from '../store/index-points.ts';
import type { AskedNumber, AskingNumber } from './asked-number.ts';
import { DossierLink, NumberPage } from './number-page.tsx';
import type { ReportPageDeps } from './page-deps.ts';

const PAGE = 50;

/** The dossiers that a score is made of. */
export async function indicesList(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
): Promise<Reply> {
  const { actor, legalNow: now, query: typed } = request;
  const selection = selectionOf(number);
  if (!actor || !selection) return notFound();
  const readable = readableOffices(actor);
  const after = placeIn(typed.sau);
  const counted = await countScored(deps.db, selection, readable);
  const found = await listScored(deps.db, selection, readable, { after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const next =
    found.length > PAGE && last ? `${last.points}_${last.endedAt}_${last.id}_${last.unitId}` : null;
  const frame = await deps.deskFrame(request);
  return page(
    <NumberPage
      {...{ frame, number, counted, rows, next, now }}
      columns={columnsOf(request.t)}
      isFirst={after === null}
    />,
  );
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
function placeIn(typed: string | undefined): ScoredPage['after'] {
  const [points = '', endedAt = '', id = '', unitId = ''] = typed?.split('_') ?? [];
  const areIds = z.uuid().safeParse(id).success && z.uuid().safeParse(unitId).success;
  return /^[012]$/.test(points) && isInstant(endedAt) && areIds
    ? { points: Number(points), endedAt, id, unitId }
    : null;
}

function columnsOf(t: Words): Column<ScoredRow>[] {
  return [
    {
      head: t('reports.behind.dossier'),
      rowHeader: true,
      class: 'wrapok',
      cell: (one) => <DossierLink {...one} />,
    },
    { head: t('reports.indices.points'), numeric: true, labelled: true, cell: ({ points }) => points },
    {
      head: t('reports.behind.due'),
      class: 'when',
      labelled: true,
      cell: ({ dueAt }) => (dueAt ? formatMoment(dueAt) : t('reports.behind.none')),
    },
    {
      head: t('reports.behind.ended'),
      class: 'when',
      labelled: true,
      cell: ({ endedAt }) => formatMoment(endedAt),
    },
  ];
}
