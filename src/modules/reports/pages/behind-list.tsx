import { formatMoment } from '#kernel/civil-date.ts';
import { notFound, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { IconName } from '#ui/components/icon.tsx';
import { State, type Tone } from '#ui/components/state.tsx';
import type { DossierClass } from '../rules/class-of-dossier.ts';
import { countBehind, type DossierBehind, listBehind } from '../store/behind.ts';
import { type AskedNumber, type AskingNumber, behindOf, placeIn } from './asked-number.ts';
import { type As, listReply, type NumberColumn } from './number-list.tsx';
import type { ReportPageDeps } from './page-deps.ts';

/** The dossiers that a number of a report counts, each with its class. */
export async function behindList(
  deps: ReportPageDeps,
  request: AskingNumber,
  number: AskedNumber,
  as: As,
): Promise<Reply> {
  const selection = number.asked.report.behind?.(number.column);
  if (!selection) return notFound();
  const { behind, readable } = await behindOf(deps, request, number, selection);
  const list = {
    ...{ path: '/ho-so' as const, columns: columnsOf(request.t), read: placeIn },
    count: () => countBehind(deps.db, behind, readable),
    list: (page: Parameters<typeof listBehind>[3]) => listBehind(deps.db, behind, readable, page),
    placeOf: ({ receivedAt: at, id }: DossierBehind) => ({ at, id }),
    write: ({ at, id }: { readonly at: string; readonly id: string }) => `${at}_${id}`,
  };
  return listReply(deps, request, number, list, as);
}

const looks: Readonly<Record<DossierClass, readonly [IconName, Tone]>> = {
  early: ['ok', 'success'],
  'on-time': ['ok', 'success'],
  late: ['late', 'danger'],
  'in-time': ['clock', 'info'],
  overdue: ['late', 'danger'],
};

function columnsOf(t: Words): NumberColumn<DossierBehind>[] {
  const className = (one: DossierBehind) => t(`reports.figure.${one.class}`);
  return [
    {
      ...{ head: t('reports.behind.received'), class: 'when', width: 18 },
      text: ({ receivedAt }) => formatMoment(receivedAt),
    },
    {
      ...{ head: t('reports.behind.due'), class: 'when', width: 18 },
      text: ({ dueAt }) => (dueAt ? formatMoment(dueAt) : t('reports.behind.none')),
    },
    {
      ...{ head: t('reports.behind.ended'), class: 'when', width: 18 },
      text: ({ endedAt }) => (endedAt ? formatMoment(endedAt) : t('reports.behind.open')),
    },
    {
      ...{ head: t('reports.behind.class'), width: 14, text: className },
      cell: (one) => {
        const [icon, tone] = looks[one.class];
        return (
          <State icon={icon} tone={tone}>
            {className(one)}
          </State>
        );
      },
    },
  ];
}
