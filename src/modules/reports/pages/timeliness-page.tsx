import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { groupThousands } from '#kernel/money.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { longMoment } from '#ui/dates.ts';
import { DateField } from '#ui/fields/date-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { perMille } from '../per-mille.ts';
import { type CountedDossiers, punctuality, sumUp, type Timeliness } from '../rules/timeliness.ts';
import { REPORTS_PATH, TIMELINESS_PATH } from './page-deps.ts';
import type { Period, TypedPeriod } from './period.ts';
import { TimelinessTable } from './timeliness-table.tsx';

const channels = ['online', 'direct', 'post', 'home'] as const;

interface TimelinessPageProps {
  readonly frame: DeskFrame;
  readonly agencies: readonly { readonly id: string; readonly shortName: string }[];
  readonly counts: readonly CountedDossiers[];
  readonly period: Period;
  readonly typed: TypedPeriod;
  readonly now: Instant;
}

/** A leader's two minutes: the answer in words, then by channel, then by agency. */
export function TimelinessPage({ frame, agencies, counts: all, period, typed, now }: TimelinessPageProps) {
  const { t } = frame;
  const counts = all.filter((one) => !one.isCertified);
  const certified = sumUp(all.filter((one) => one.isCertified));
  const title = t('reports.timeliness.title');
  const errors = period.refusals.map((refusal) => ({
    field: refusal.field ?? 'tu',
    text: textOfRefusal(t, refusal),
  }));
  const of = (key: 'channel' | 'agencyId', value: string) => counts.filter((one) => one[key] === value);
  const byChannel = channels
    .map((one) => ({ name: t(`reports.channel.${one}`), sums: sumUp(of('channel', one)) }))
    .filter(({ sums }) => sums.received > 0);
  const byAgency = agencies.map(({ id, shortName }) => ({
    name: shortName,
    sums: sumUp(of('agencyId', id)),
  }));
  const whole = sumUp(counts);
  return (
    <DeskLayout frame={frame} title={title}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle
        title={title}
        note={t('reports.timeliness.note', { now: longMoment(t, now) })}
        aside={<PrintButton>{t('reports.timeliness.print')}</PrintButton>}
      />
      <PeriodForm t={t} period={period} typed={typed} errors={errors} />
      {errors.length > 0 ? null : whole.received === 0 ? (
        <div class="stack">
          <Empty title={t('reports.timeliness.none')}>
            <p>{t('reports.timeliness.none-note')}</p>
          </Empty>
          <Certified t={t} sums={certified} />
        </div>
      ) : (
        <div class="stack">
          <Answer t={t} {...{ whole, byChannel, period }} />
          <TimelinessTable
            t={t}
            caption={t('reports.timeliness.by-channel')}
            rows={byChannel}
            whole={whole}
          />
          {agencies.length > 1 ? (
            <TimelinessTable
              t={t}
              caption={t('reports.timeliness.by-agency')}
              rows={byAgency}
              whole={whole}
            />
          ) : null}
          <Certified t={t} sums={certified} />
          <p class="subtle">{t('reports.timeliness.rule')}</p>
          <p class="no-print">
            <a href={moreHref(period)}>{t('reports.timeliness.more')}</a>
          </p>
        </div>
      )}
    </DeskLayout>
  );
}

/** The same days, each number with the dossiers behind it. */
function moreHref({ from, to }: Period): string {
  return `${REPORTS_PATH}/thoi-han?${new URLSearchParams({ ky: '', tu: from, den: to })}`;
}

interface PeriodFormProps {
  readonly t: Words;
  readonly period: Period;
  readonly typed: TypedPeriod;
  readonly errors: readonly FormError[];
}

function PeriodForm({ t, period, typed, errors }: PeriodFormProps) {
  return (
    <form class="filters no-print" method="get" action={TIMELINESS_PATH}>
      <DateField
        t={t}
        name="tu"
        label={t('reports.timeliness.from')}
        hint={t('reports.timeliness.date-hint')}
        value={typed.tu || formatCivilDate(period.from)}
        error={errorOf(errors, 'tu')}
      />
      <DateField
        t={t}
        name="den"
        label={t('reports.timeliness.to')}
        hint={t('reports.timeliness.date-hint')}
        value={typed.den || formatCivilDate(period.to)}
        error={errorOf(errors, 'den')}
      />
      <Button variant="secondary">{t('reports.timeliness.show')}</Button>
    </form>
  );
}

interface AnswerProps {
  readonly t: Words;
  readonly whole: Timeliness;
  readonly byChannel: readonly { readonly name: string; readonly sums: Timeliness }[];
  readonly period: Period;
}

/** What a leader reads out. */
function Answer({ t, whole, byChannel, period }: AnswerProps) {
  const parts = byChannel.map(({ name, sums }) =>
    t('reports.timeliness.part', { n: groupThousands(sums.received), channel: name.toLocaleLowerCase('vi') }),
  );
  const punctual = punctuality(whole);
  return (
    <div>
      <p>
        {t('reports.timeliness.received', {
          from: formatCivilDate(period.from),
          to: formatCivilDate(period.to),
          n: groupThousands(whole.received),
          parts: parts.join(', '),
        })}
      </p>
      {punctual === null ? null : (
        <p>
          {t('reports.timeliness.ended', {
            n: groupThousands(whole.ended),
            good: groupThousands(whole.ended - whole.late),
            share: perMille(punctual),
            late: groupThousands(whole.late),
          })}
        </p>
      )}
      <p>
        {t('reports.timeliness.open', {
          n: groupThousands(whole.open),
          overdue: groupThousands(whole.overdue),
        })}
      </p>
    </div>
  );
}

/** Most of what a commune does, but with books of its own. */
function Certified({ t, sums }: { readonly t: Words; readonly sums: Timeliness }) {
  if (sums.received === 0) return null;
  return (
    <p>
      {t('reports.timeliness.certified', {
        n: groupThousands(sums.received),
        ended: groupThousands(sums.ended),
        late: groupThousands(sums.late),
      })}
    </p>
  );
}
