// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { shortDate, weekdayName } from '#ui/dates.ts';
import {
  type ExpectedLate,
  type ExpectedSum,
  expectedInWords,
  isWorthSaying,
} from '../rules/expected-late.ts';
import { Behind } from './morning-behind.tsx';
import type { MorningView } from './morning-view.ts';

interface PartProps {
  readonly t: Words;
  readonly view: MorningView;
}

/** What will be late of what falls due in the next working days, by probability and by office. */
export function ExpectedTable({ t, view }: PartProps) {
  const { until, sum, byOffice } = view.expected;
  const day = `${weekdayName(t, until)} ${shortDate(until)}`;
  return (
    <section aria-labelledby="se-tre">
      <h2 id="se-tre">
        <State icon={sum.high > 0 ? 'alert' : 'clock'} tone={sum.high > 0 ? 'warning' : undefined}>
          {t(`reports.morning.expected-${amountOf(sum)}`, {
            ...{ n: expectedInWords(sum.expected), due: groupThousands(sum.due), day },
          })}
        </State>
      </h2>
      {byOffice.length === 0 ? (
        <p class="subtle">{t('reports.morning.expected-none', { day })}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('reports.morning.expected-caption', { day })}
          rows={byOffice}
          columns={columnsOf(t, view)}
          foot={<Foot t={t} view={view} />}
        />
      )}
      <p class="small subtle">
        {t('reports.morning.expected-from')}
        {sum.unjudged > 0
          ? ` ${t('reports.morning.expected-unjudged', { n: groupThousands(sum.unjudged) })}`
          : ''}
      </p>
    </section>
  );
}

function amountOf({ due, expected }: ExpectedSum): 'zero' | 'some' | 'hardly' {
  if (due === 0) return 'zero';
  return isWorthSaying(expected) ? 'some' : 'hardly';
}

function columnsOf(t: Words, { expected: { until }, officeName }: MorningView): Column<ExpectedLate>[] {
  const number = { numeric: true, labelled: true } as const;
  return [
    {
      head: t('reports.morning.office'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ officeId }) => officeName(officeId),
    },
    {
      ...{ head: t('reports.morning.expected-due'), ...number },
      cell: ({ officeId, due }) => <Behind n={due} href={{ officeId, until }} />,
    },
    {
      ...{ head: t('reports.morning.expected-late'), ...number },
      cell: ({ expected }) => expectedInWords(expected),
    },
    {
      ...{ head: t('reports.morning.expected-high'), ...number },
      cell: ({ officeId, high }) => <Behind n={high} href={{ officeId, until, risk: 'cao' }} />,
    },
    {
      ...{ head: t('reports.morning.expected-medium'), ...number },
      cell: ({ officeId, medium }) => <Behind n={medium} href={{ officeId, until, risk: 'vua' }} />,
    },
  ];
}

function Foot({ t, view }: PartProps) {
  const { until, sum } = view.expected;
  const [, ...heads] = columnsOf(t, view).map(({ head }) => head);
  const cells = [
    <Behind n={sum.due} href={{ until }} />,
    expectedInWords(sum.expected),
    <Behind n={sum.high} href={{ until, risk: 'cao' }} />,
    <Behind n={sum.medium} href={{ until, risk: 'vua' }} />,
  ];
  return (
    <tr role="row">
      <th scope="row">{t('reports.morning.sum')}</th>
      {cells.map((cell, at) => (
        <td class="num" data-label={heads[at]}>
          <strong>{cell}</strong>
        </td>
      ))}
    </tr>
  );
}
