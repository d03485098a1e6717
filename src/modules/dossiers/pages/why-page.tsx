import { formatCivilDate, formatMoment, weekday } from '#kernel/civil-date.ts';
import { limitInWords, reasonInWords, ruleInWords, weekdayInWords } from '#modules/calendar/index.ts';
import { type Incident, incidentInWords } from '#modules/incidents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type Dossier, nameOf } from '../rules/dossier.ts';
import { countedDays } from './counted-days.ts';
import { crumbsOf } from './crumbs.ts';
import { titleOf } from './dossier-view.ts';
import type { WhyView } from './due-view.ts';

interface WhyPageProps {
  readonly frame: DeskFrame;
  readonly dossier: Dossier;
  /** Null: it has no due date now, or one that was promised by other software. */
  readonly why: WhyView | null;
  readonly incidents: readonly Incident[];
}

/** Why this date, day by day: to be read out at the counter, printed and given away. */
export function WhyPage({ frame, dossier, why, incidents }: WhyPageProps) {
  const { t } = frame;
  const title = t('dossiers.why.title', { number: nameOf(dossier) });
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbsOf(t, dossier, t('dossiers.due.why'))}>
      <PageTitle
        title={title}
        note={titleOf(t, dossier)}
        aside={why ? <PrintButton>{t('dossiers.why.print')}</PrintButton> : undefined}
      />
      <div class="stack">
        {why ? <Counted t={t} dossier={dossier} why={why} /> : <p>{t('dossiers.why.none')}</p>}
        {why?.committed ? <Committed t={t} filing={dossier.filing} due={why.committed} /> : null}
        {dossier.clock.pauses.length > 0 ? <Pauses t={t} dossier={dossier} /> : null}
        {incidents.length > 0 ? <Incidents t={t} incidents={incidents} /> : null}
      </div>
    </DeskLayout>
  );
}

interface CountedProps {
  readonly t: Words;
  readonly dossier: Dossier;
  readonly why: WhyView;
}

function Counted({ t, dossier: { filing, receivedAt }, why: { due, days, countsFrom } }: CountedProps) {
  const numbers = new Map(days.map(({ date, number }) => [date, number]));
  const lines = due.derivation.map((day) => ({ ...day, number: numbers.get(day.date) }));
  const basis = [...new Map(due.basis.map((one) => [one.rule, one])).values()];
  return (
    <>
      <p>
        {receivedAt ? t('dossiers.why.received', { at: formatMoment(receivedAt) }) : ''}{' '}
        {t('dossiers.due.limit', { limit: limitInWords(t, filing.limit) })}{' '}
        {t('dossiers.due.counts-from', { at: formatMoment(countsFrom) })}
      </p>
      {due.due ? <p class="big">{t('dossiers.why.answer', { at: formatMoment(due.due) })}</p> : null}
      {due.certain ? null : <p>{t('dossiers.due.uncertain')}</p>}
      <DataTable t={t} caption={t('dossiers.why.days')} rows={lines} columns={columnsOf(t)} />
      <h2>{t('dossiers.why.rules')}</h2>
      <ul class="plain">
        {basis.map(({ rule, basis: law }) => (
          <li>
            {ruleInWords(t, rule)} <span class="subtle">{t('dossiers.due.basis', { basis: law })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CommittedProps {
  readonly t: Words;
  readonly filing: Dossier['filing'];
  readonly due: WhyView['due'];
}

/** The earlier date that the agency promises, by the same rules; it judges nobody. */
function Committed({ t, filing: { commitment }, due }: CommittedProps) {
  if (!commitment) return null;
  const { limit, basis } = commitment;
  const numbers = new Map(countedDays(due).map(({ date, number }) => [date, number]));
  const lines = due.derivation.map((day) => ({ ...day, number: numbers.get(day.date) }));
  return (
    <>
      <h2>{t('dossiers.why.committed')}</h2>
      <p>{t('dossiers.why.committed-by', { limit: limitInWords(t, limit), basis })}</p>
      {due.due ? <p>{t('dossiers.why.answer', { at: formatMoment(due.due) })}</p> : null}
      <DataTable t={t} caption={t('dossiers.why.committed-days')} rows={lines} columns={columnsOf(t)} />
    </>
  );
}

type Line = WhyView['due']['derivation'][number] & { readonly number: number | undefined };

function columnsOf(t: Words): Column<Line>[] {
  return [
    {
      head: t('dossiers.why.day'),
      rowHeader: true,
      cell: ({ date }) => `${weekdayInWords(t, weekday(date))} ${formatCivilDate(date)}`,
    },
    {
      head: t('dossiers.why.number'),
      class: 'num',
      cell: ({ number, minutes }) =>
        minutes === undefined ? (number ?? '–') : t('dossiers.why.minutes', { value: minutes }),
    },
    { head: t('dossiers.why.reason'), class: 'wrapok', cell: ({ why }) => reasonInWords(t, why) },
  ];
}

function Pauses({ t, dossier: { clock } }: Pick<CountedProps, 't' | 'dossier'>) {
  return (
    <>
      <h2>{t('dossiers.why.pauses')}</h2>
      <ul class="plain">
        {clock.pauses.map(({ from, to }) => (
          <li>
            {to
              ? t('dossiers.why.pause', { from: formatMoment(from), to: formatMoment(to) })
              : t('dossiers.why.pause-open', { from: formatMoment(from) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Incidents({ t, incidents }: Pick<WhyPageProps, 'incidents'> & { readonly t: Words }) {
  return (
    <>
      <h2>{t('dossiers.due.incidents')}</h2>
      <ul class="plain">
        {incidents.map((incident) => (
          <li>{incidentInWords(t, incident)}</li>
        ))}
      </ul>
      <p class="subtle">{t('dossiers.due.incidents-note')}</p>
    </>
  );
}
