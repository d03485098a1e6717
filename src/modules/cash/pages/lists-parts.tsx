import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import type { Payment } from '../store/payments.ts';
import { money } from './money-text.ts';
import { type ListsParts, paths } from './paths.ts';

/** Some lines of a long list. */
export interface PartOfAll<Line> {
  readonly lines: readonly Line[];
  /** Undefined: this was the last. */
  readonly next: string | undefined;
  readonly all: number;
}

interface MoreProps {
  readonly t: Words;
  readonly part: PartOfAll<unknown>;
  readonly from: ListsParts;
  readonly which: keyof ListsParts;
}

/** On through a long list; the other one stays where it is. */
export function More({ t, part: { lines, next, all }, from, which }: MoreProps) {
  if (lines.length === all) return null;
  const at = which === 'unpaid' ? '#chua-thu' : '#da-xong';
  const href = (place: string | undefined) => `${paths.listsFrom({ ...from, [which]: place })}${at}`;
  return (
    <Pagination
      t={t}
      shown={t(`cash.lists.shown-${which}`, { n: lines.length, all })}
      firstHref={from[which] ? href(undefined) : undefined}
      nextHref={next && href(next)}
    />
  );
}

interface UnpaidProps {
  readonly t: Words;
  readonly unpaid: PartOfAll<Payment>;
  readonly from: ListsParts;
}

/** What people still owe. */
export function Unpaid({ t, unpaid, from }: UnpaidProps) {
  if (unpaid.all === 0) return null;
  return (
    <section class="stack" aria-labelledby="chua-thu">
      <h2 id="chua-thu">{t('cash.lists.unpaid')}</h2>
      <DataTable
        t={t}
        caption={t('cash.lists.unpaid')}
        rows={unpaid.lines}
        columns={[
          {
            head: t('cash.movement.dossier'),
            rowHeader: true,
            class: 'wrapok',
            cell: (payment: Payment) => (
              <>
                <a href={paths.payment(payment.dossierNumber)}>{shortDossierNumber(payment.dossierNumber)}</a>{' '}
                <span class="subtle">{payment.procedureName}</span>
              </>
            ),
          },
          {
            head: t('cash.lists.since'),
            labelled: true,
            cell: ({ createdAt }) => formatCivilDate(dateOf(createdAt)),
          },
          {
            head: t('cash.payment.amount'),
            numeric: true,
            labelled: true,
            cell: ({ amount }) => money(amount),
          },
        ]}
      />
      <More t={t} part={unpaid} from={from} which="unpaid" />
    </section>
  );
}
