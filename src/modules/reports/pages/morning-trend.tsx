import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { LineChart } from '#ui/components/line-chart.tsx';
import { shortDate } from '#ui/dates.ts';
import { perMille } from '../per-mille.ts';
import { punctuality } from '../rules/timeliness.ts';
import { endOfWeek } from '../rules/weeks.ts';
import type { CountedWeek } from '../store/weeks.ts';
import { TIMELINESS_PATH } from './page-deps.ts';

const channels = { direct: ['direct'], online: ['online'], other: ['post', 'home'] } as const;
type Channel = keyof typeof channels;

interface TrendProps {
  readonly t: Words;
  readonly weeks: readonly CivilDate[];
  readonly trend: readonly CountedWeek[];
}

interface WeekRow extends Readonly<Record<Channel, number>> {
  readonly week: CivilDate;
  readonly ended: number;
  readonly late: number;
}

/** What came by which channel, week by week, and what was done in time. */
export function TrendPart({ t, weeks, trend }: TrendProps) {
  const rows = weeks.map((week) => rowOf(week, trend));
  const [first, last] = [rows[0], rows.at(-1)];
  return (
    <section aria-labelledby="theo-kenh">
      <h2 id="theo-kenh">{t('reports.morning.trend', { n: weeks.length })}</h2>
      {trend.length === 0 || !first || !last ? (
        <p class="subtle">{t('reports.morning.trend-none')}</p>
      ) : (
        <div class="two trend">
          <LineChart
            id="kenh"
            title={t('reports.morning.trend-title', { n: weeks.length })}
            description={t('reports.morning.trend-description', {
              ...{ direct: first.direct, online: first.online, other: first.other },
              ...{ directNow: last.direct, onlineNow: last.online, otherNow: last.other },
            })}
            labels={weeks.map(shortDate)}
            lines={(['direct', 'online', 'other'] as const).map((channel) => ({
              name: t(`reports.morning.channel-${channel}`),
              values: rows.map((row) => row[channel]),
            }))}
          />
          <TrendTable t={t} rows={rows} />
        </div>
      )}
    </section>
  );
}

function rowOf(week: CivilDate, trend: readonly CountedWeek[]): WeekRow {
  const own = trend.filter((one) => one.week === week);
  const sum = (of: 'received' | 'ended' | 'late', some: readonly string[] | null = null) =>
    own.reduce((so, one) => so + (some === null || some.includes(one.channel) ? one[of] : 0), 0);
  return {
    ...{ week, ended: sum('ended'), late: sum('late') },
    ...{ direct: sum('received', channels.direct), online: sum('received', channels.online) },
    other: sum('received', channels.other),
  };
}

function TrendTable({ t, rows }: { readonly t: Words; readonly rows: readonly WeekRow[] }) {
  return (
    <DataTable
      t={t}
      caption={t('reports.morning.trend-caption')}
      small
      rows={rows}
      columns={[
        {
          head: t('reports.morning.week'),
          rowHeader: true,
          cell: ({ week }) => <a href={hrefOfWeek(week)}>{shortDate(week)}</a>,
        },
        ...(['direct', 'online', 'other'] as const).map((channel) => ({
          head: t(`reports.morning.channel-${channel}`),
          numeric: true,
          labelled: true,
          cell: (row: WeekRow) => groupThousands(row[channel]),
        })),
        {
          head: t('reports.morning.punctual'),
          numeric: true,
          labelled: true,
          cell: (row) => {
            const punctual = punctuality(row);
            return punctual === null ? t('reports.morning.not-known') : perMille(punctual);
          },
        },
      ]}
    />
  );
}

/** The week's numbers by channel and agency. */
function hrefOfWeek(week: CivilDate): string {
  const asked = { tu: formatCivilDate(week), den: formatCivilDate(endOfWeek(week)) };
  return `${TIMELINESS_PATH}?${new URLSearchParams(asked)}`;
}
