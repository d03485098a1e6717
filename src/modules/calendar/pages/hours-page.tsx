import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { DEFAULT_SPANS } from '#kernel/working-time/office-hours.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { weekdays } from '../actions/change-hours.ts';
import { weekdayInWords } from '../in-words.ts';
import { spansInWords } from '../rules/spans.ts';
import type { KeptHours, KeptOpening, Weekly } from '../store-hours.ts';
import { COMMON, calendarPaths } from './page-deps.ts';

interface HoursPageProps {
  readonly frame: DeskFrame;
  readonly crumbs: readonly Crumb[];
  readonly offices: readonly OfficeInForce[];
  readonly hours: readonly KeptHours[];
  readonly opening: readonly KeptOpening[];
  readonly today: CivilDate;
}

/** The period that holds on a day: the latest that has begun. */
function holding<T extends { readonly validFrom: CivilDate | null; readonly validTo: CivilDate | null }>(
  periods: readonly T[],
  on: CivilDate,
): T | undefined {
  return periods.find(
    (one) => (one.validFrom === null || one.validFrom <= on) && (one.validTo === null || on <= one.validTo),
  );
}

/** Office hours and opening hours of every office as they are today. */
export function HoursPage(props: HoursPageProps) {
  const { frame, crumbs, offices, hours, today } = props;
  const { t } = frame;
  const title = t('calendar.hours.title');
  const agencies = offices.filter((office) => office.kind === 'agency');
  const common = holding(
    hours.filter((one) => one.officeId === null),
    today,
  );
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle
        title={title}
        note={t('calendar.hours.note')}
        aside={<a href={calendarPaths.years}>{t('calendar.years.title')}</a>}
      />
      <p>
        {t('calendar.hours.common', { hours: spansInWords(common?.spans ?? DEFAULT_SPANS) })}{' '}
        <a href={calendarPaths.office(COMMON)}>{t('calendar.hours.see')}</a>
      </p>
      <DataTable
        t={t}
        caption={title}
        columns={columnsOf(props)}
        groups={agencies.map((agency) => {
          const rows = offices.filter((one) => one.agencyId === agency.id && one.id !== agency.id);
          return { title: agency.name, count: rows.length, rows };
        })}
      />
    </DeskLayout>
  );
}

function columnsOf({ frame: { t }, hours, opening, today }: HoursPageProps): Column<OfficeInForce>[] {
  return [
    {
      head: t('calendar.hours.office'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ id, name }) => <a href={calendarPaths.office(id)}>{name}</a>,
    },
    {
      head: t('calendar.hours.work'),
      cell: ({ id }) => {
        const own = holding(
          hours.filter((one) => one.officeId === id),
          today,
        );
        return own ? spansInWords(own.spans) : t('calendar.hours.as-common');
      },
    },
    {
      head: t('calendar.hours.open'),
      class: 'wrapok',
      cell: ({ id }) => {
        const own = holding(
          opening.filter((one) => one.officeId === id),
          today,
        );
        return own ? weekInWords(t, own.weekly) : t('calendar.hours.as-work');
      },
    },
  ];
}

/** `thứ Hai 07:00–11:30 …; thứ Bảy 07:30–11:00` */
function weekInWords(t: Words, weekly: Weekly): string {
  return weekdays
    .flatMap((day) => {
      const spans = weekly[day];
      return spans && spans.length > 0 ? [`${weekdayInWords(t, day)} ${spansInWords(spans)}`] : [];
    })
    .join('; ');
}

interface OfficeHoursPageProps {
  readonly frame: DeskFrame;
  readonly crumbs: readonly Crumb[];
  /** Null: all offices without hours of their own. */
  readonly office: OfficeInForce | null;
  readonly hours: readonly KeptHours[];
  readonly opening: readonly KeptOpening[];
  readonly mayChange: boolean;
  readonly touched: number | undefined;
}

/** Every period of one office, with the days from which it holds. */
export function OfficeHoursPage(props: OfficeHoursPageProps) {
  const { frame, crumbs, office, hours, opening, mayChange } = props;
  const { t } = frame;
  const title = office?.name ?? t('calendar.hours.all-offices');
  const id = office?.id ?? COMMON;
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <PageTitle title={title} note={t('calendar.hours.title')} />
      <div class="stack gap-8">
        {props.touched === undefined ? null : (
          <p role="status">{t('calendar.hours.touched', { n: props.touched })}</p>
        )}
        <section class="stack" aria-labelledby="gio">
          <h2 id="gio">{t('calendar.hours.work')}</h2>
          <p>{t('calendar.hours.work-note')}</p>
          {hours.length === 0 ? (
            <p>{t(office ? 'calendar.hours.as-common' : 'calendar.hours.default')}</p>
          ) : (
            <DataTable
              t={t}
              caption={t('calendar.hours.work')}
              rows={hours}
              columns={[
                fromColumn(t),
                { head: t('calendar.hours.work'), cell: ({ spans }) => spansInWords(spans) },
              ]}
            />
          )}
          {mayChange ? (
            <div class="row">
              <LinkButton variant="secondary" href={calendarPaths.officeHours(id)}>
                {t('calendar.hours.change-work')}
              </LinkButton>
            </div>
          ) : null}
        </section>
        {office ? (
          <section class="stack" aria-labelledby="mo-cua">
            <h2 id="mo-cua">{t('calendar.hours.open')}</h2>
            <p>{t('calendar.hours.open-note')}</p>
            {opening.length === 0 ? (
              <p>{t('calendar.hours.as-work')}</p>
            ) : (
              <DataTable
                t={t}
                caption={t('calendar.hours.open')}
                rows={opening}
                columns={[
                  fromColumn(t),
                  {
                    head: t('calendar.hours.open'),
                    class: 'wrapok',
                    cell: ({ weekly }) => weekInWords(t, weekly),
                  },
                ]}
              />
            )}
            {mayChange ? (
              <div class="row">
                <LinkButton variant="secondary" href={calendarPaths.opening(id)}>
                  {t('calendar.hours.change-open')}
                </LinkButton>
              </div>
            ) : null}
          </section>
        ) : null}
      </div>
    </DeskLayout>
  );
}

function fromColumn<T extends { readonly validFrom: CivilDate | null }>(t: Words): Column<T> {
  return {
    head: t('calendar.hours.from'),
    rowHeader: true,
    cell: ({ validFrom }) => (validFrom ? formatCivilDate(validFrom) : t('calendar.hours.always')),
  };
}
