// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
import { dateOf } from '#kernel/civil-date.ts';
import { groupThousands } from '#kernel/money.ts';
import { dossierPaths } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { State } from '#ui/components/state.tsx';
import { TimeLeft } from '#ui/components/time-left.tsx';
import { shortDate, weekdayName } from '#ui/dates.ts';
import { Behind } from './morning-behind.tsx';
import type { MorningView } from './morning-view.ts';

interface PartProps {
  readonly t: Words;
  readonly view: MorningView;
}

/** The longest overdue, with where they are. */
export function LateTable({ t, view: { late, whole, officeName } }: PartProps) {
  return (
    <section aria-labelledby="qua-han">
      <h2 id="qua-han">
        <State icon={whole.late > 0 ? 'late' : 'check'} tone={whole.late > 0 ? 'danger' : 'success'}>
          {t('reports.morning.late', { n: groupThousands(whole.late) })}
        </State>
      </h2>
      {late.length === 0 ? (
        <p class="subtle">{t('reports.morning.late-none')}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('reports.morning.late-caption')}
          rows={late}
          columns={[
            { head: t('reports.morning.by'), cell: ({ left }) => <TimeLeft t={t} left={left} /> },
            { head: t('reports.morning.due'), labelled: true, cell: ({ dueAt }) => shortDate(dateOf(dueAt)) },
            {
              head: t('reports.morning.number'),
              class: 'nr',
              cell: ({ name, shortNumber }) => <a href={dossierPaths.dossier(name)}>{shortNumber ?? name}</a>,
            },
            {
              head: t('reports.morning.procedure'),
              rowHeader: true,
              class: 'clip',
              cell: (line) => <span title={line.procedureName}>{line.procedureName}</span>,
            },
            { head: t('reports.morning.at'), class: 'wrapok', cell: ({ officeId }) => officeName(officeId) },
            {
              head: t('reports.morning.step'),
              class: 'subtle wrapok',
              cell: ({ step }) => step ?? t('reports.morning.no-step'),
            },
          ]}
        />
      )}
      {whole.late > late.length ? (
        <p>
          <a href={dossierPaths.late}>{t('reports.morning.late-all', { n: groupThousands(whole.late) })}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Due today and on the next working day, by office. */
export function DueTable({ t, view: { byOffice, whole, next, officeName } }: PartProps) {
  const rows = byOffice.filter(({ today, next: soon }) => today + soon > 0);
  return (
    <section aria-labelledby="sap-den-han">
      <h2 id="sap-den-han">
        <State icon="clock" tone="warning">
          {t('reports.morning.soon', { n: groupThousands(whole.today + whole.next) })}
        </State>
      </h2>
      {rows.length === 0 ? (
        <p class="subtle">{t('reports.morning.soon-none')}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('reports.morning.soon-caption')}
          rows={rows}
          columns={[
            {
              head: t('reports.morning.office'),
              rowHeader: true,
              class: 'wrapok',
              cell: ({ of }) => officeName(of.officeId),
            },
            {
              head: t('reports.morning.today'),
              numeric: true,
              labelled: true,
              cell: ({ of, today }) => <Behind n={today} href={{ officeId: of.officeId, due: 'hom-nay' }} />,
            },
            {
              head: `${weekdayName(t, next)} ${shortDate(next)}`,
              numeric: true,
              labelled: true,
              cell: ({ of, next: soon }) => <Behind n={soon} href={{ officeId: of.officeId, due: next }} />,
            },
          ]}
          small
          foot={
            <tr role="row">
              <th scope="row">{t('reports.morning.sum')}</th>
              <td class="num">
                <strong>
                  <Behind n={whole.today} href={{ due: 'hom-nay' }} />
                </strong>
              </td>
              <td class="num">
                <strong>
                  <Behind n={whole.next} href={{ due: next }} />
                </strong>
              </td>
            </tr>
          }
        />
      )}
    </section>
  );
}
