// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
import { groupThousands } from '#kernel/money.ts';
import { dossierPaths } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { ShareBar } from '#ui/components/share-bar.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { GroupedWork } from '../rules/open-work.ts';
import { Behind } from './morning-behind.tsx';
import type { MorningView } from './morning-view.ts';

interface PartProps {
  readonly t: Words;
  readonly view: MorningView;
}

/** Where work piles up, beside a week ago. */
export function HeldTable({ t, view: { byOffice, whole, officeName, heldBefore } }: PartProps) {
  const highest = Math.max(0, ...byOffice.map(({ open }) => open));
  return (
    <section aria-labelledby="don-o-dau">
      <h2 id="don-o-dau">{t('reports.morning.held', { n: groupThousands(whole.open) })}</h2>
      {byOffice.length === 0 ? (
        <p class="subtle">{t('reports.morning.held-none')}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('reports.morning.held-caption')}
          rows={byOffice}
          columns={[
            {
              head: t('reports.morning.office'),
              rowHeader: true,
              class: 'wrapok',
              cell: ({ of }) => officeName(of.officeId),
            },
            {
              head: t('reports.morning.chart'),
              picture: true,
              cell: ({ open }) => <ShareBar value={open} highest={highest} />,
            },
            {
              head: t('reports.morning.in-hand'),
              numeric: true,
              labelled: true,
              cell: ({ of, open }) => <Behind n={open} href={{ officeId: of.officeId }} />,
            },
            {
              head: t('reports.morning.than-before'),
              numeric: true,
              labelled: true,
              cell: ({ of, open }) => grown(t, open, heldBefore(of.officeId)),
            },
          ]}
          small
          foot={
            <tr role="row">
              <th scope="row">{t('reports.morning.sum')}</th>
              <td class="barcell" />
              <td class="num">
                <strong>
                  <Behind n={whole.open} href={{}} />
                </strong>
              </td>
              <td class="num" />
            </tr>
          }
        />
      )}
    </section>
  );
}

/** `+31`, `−6`, `0`; not known is said. */
function grown(t: Words, open: number, before: number | undefined) {
  if (before === undefined) return t('reports.morning.not-known');
  const by = open - before;
  if (by > 0) return <strong>+{groupThousands(by)}</strong>;
  return by < 0 ? `−${groupThousands(-by)}` : '0';
}

/** At which steps, and with whom, how many lie how long. */
export function LyingTable({ t, view: { byStep, byPerson, officeName } }: PartProps) {
  if (byStep.length === 0) return null;
  return (
    <section aria-labelledby="nam-lau">
      <h2 id="nam-lau">{t('reports.morning.lying')}</h2>
      <DataTable
        t={t}
        caption={t('reports.morning.lying-steps')}
        captionShown
        rows={byStep}
        columns={[
          {
            head: t('reports.morning.step'),
            rowHeader: true,
            class: 'wrapok',
            cell: ({ of }) => of.step ?? t('reports.morning.no-step'),
          },
          { head: t('reports.morning.office'), class: 'wrapok', cell: ({ of }) => officeName(of.officeId) },
          ...lyingColumns(t, ({ of: { officeId, step } }) => ({ officeId, step })),
        ]}
      />
      <DataTable
        t={t}
        caption={t('reports.morning.lying-people')}
        captionShown
        rows={byPerson}
        columns={[
          {
            head: t('reports.morning.person'),
            rowHeader: true,
            class: 'wrapok',
            cell: ({ person }) =>
              person === null ? t('reports.morning.nobody') : person || t('reports.morning.gone'),
          },
          { head: t('reports.morning.office'), class: 'wrapok', cell: ({ of }) => officeName(of.officeId) },
          ...lyingColumns(t, ({ of: { officeId, accountId } }) => ({ officeId, accountId })),
        ]}
      />
      <p>
        <a href={dossierPaths.overview}>{t('reports.morning.everybody')}</a>
      </p>
    </section>
  );
}

const spans = ['up-to-1', 'up-to-3', 'up-to-7', 'longer'] as const;

function lyingColumns(
  t: Words,
  behind: (row: GroupedWork) => Parameters<typeof Behind>[0]['href'],
): Column<GroupedWork>[] {
  return [
    ...spans.map((span, place) => ({
      head: t(`reports.morning.lying-${span}`),
      numeric: true,
      labelled: true,
      cell: ({ lying }: GroupedWork) => groupThousands(lying[place] ?? 0),
    })),
    {
      head: t('reports.morning.in-hand'),
      numeric: true,
      labelled: true,
      cell: (row) => <Behind n={row.open} href={behind(row)} />,
    },
  ];
}
