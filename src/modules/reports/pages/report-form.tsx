import { type CivilDate, dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { type Option, SelectField } from '#ui/fields/select-field.tsx';
import {
  type CycleKind,
  cycleKey,
  cycleKinds,
  latestCycles,
  type ReportCycle,
} from '../rules/report-cycle.ts';
import { REPORTS_PATH } from './page-deps.ts';
import { type AskedReport, cycleDay } from './report-asked.ts';

interface ReportFormProps {
  readonly t: Words;
  readonly asked: AskedReport;
  readonly errors: readonly FormError[];
  readonly now: Instant;
}

/** Of which period, which agency, by which clock. */
export function ReportForm({ t, asked: all, errors, now }: ReportFormProps) {
  const { report, period, cycle, typed } = all;
  const byMonths = report.byMonths ?? false;
  const asTyped = !cycle && (!byMonths || period.refusals.length > 0);
  return (
    <form class="filters no-print" method="get" action={`${REPORTS_PATH}/${report.slug}`}>
      <SelectField
        t={t}
        name="ky"
        label={t('reports.form.cycle')}
        hint={t(byMonths ? 'reports.form.months-hint' : 'reports.form.cycle-hint')}
        emptyLabel={t('reports.form.free')}
        options={cycleOptions(t, cycleDay(dateOf(now), byMonths), cycle)}
        value={cycle ?? ''}
      />
      <DateField
        t={t}
        name="tu"
        label={t('reports.form.from')}
        hint={t('reports.form.free-hint')}
        value={(asTyped && typed.tu) || formatCivilDate(period.from)}
        error={errorOf(errors, 'tu')}
      />
      <DateField
        t={t}
        name="den"
        label={t('reports.form.to')}
        hint={t('reports.form.free-hint')}
        value={(asTyped && typed.den) || formatCivilDate(period.to)}
        error={errorOf(errors, 'den')}
      />
      <Whose t={t} asked={all} />
      <Button variant="secondary">{t('reports.timeliness.show')}</Button>
    </form>
  );
}

/** Where there is more than one to choose from. */
function Whose({ t, asked: { report, agencies, agency, asked } }: Pick<ReportFormProps, 't' | 'asked'>) {
  return (
    <>
      {agencies.length > 1 ? (
        <SelectField
          t={t}
          name="co-quan"
          label={t('reports.form.agency')}
          emptyLabel={t('reports.form.all-agencies')}
          options={agencies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          value={agency?.code ?? ''}
        />
      ) : null}
      {report.clocks.length > 1 ? (
        <SelectField
          t={t}
          name="dong-ho"
          label={t('reports.form.clock')}
          options={report.clocks.map((clock) => ({ value: clock, label: t(`reports.clock.${clock}`) }))}
          value={asked.clock}
        />
      ) : null}
    </>
  );
}

const offered: Readonly<Record<CycleKind, number>> = { quarter: 6, month: 13, half: 4, year: 3 };

/** The latest of each kind, and the one that was asked for. */
function cycleOptions(t: Words, today: CivilDate, chosen: string | null): Option[] {
  const cycles = cycleKinds.flatMap((kind) => latestCycles(kind, today, offered[kind]));
  const options = cycles.map((cycle) => ({ value: cycleKey(cycle), label: cycleName(t, cycle) }));
  const known = chosen === null || options.some(({ value }) => value === chosen);
  return known ? options : [...options, { value: chosen, label: chosen }];
}

/** `Quý 2/2022`; its days stand beside it once it is chosen. */
function cycleName(t: Words, { kind, nth, year }: ReportCycle): string {
  return t(`reports.cycle.${kind}`, { nth, year });
}
