import { type CivilDate, dateOf, formatMoment } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import { limitInWords, ruleInWords } from '#modules/calendar/index.ts';
import { type Incident, incidentInWords } from '#modules/incidents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DaysGrid, DaysLegend } from '#ui/components/days-grid.tsx';
import { HeldBar, HeldTable } from '#ui/components/held-bar.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { State } from '#ui/components/state.tsx';
import { shortDate } from '#ui/dates.ts';
import type { DueView, WhyView } from './due-view.ts';
import type { HeldView } from './held-view.ts';
import { paths, WHY } from './page-deps.ts';
import { type RiskView, RiskWords } from './risk-view.tsx';
import { officeTime } from './time-view.ts';

interface DuePanelProps {
  readonly t: Words;
  /** Of the dossier. */
  readonly name: string;
  readonly due: DueView;
  readonly held: HeldView;
  readonly risk: RiskView | undefined;
  readonly incidents: readonly Incident[];
  readonly limit: Limit | null;
  readonly now: Instant;
  /** Receipt, and where the bar ends. */
  readonly span: { readonly from: CivilDate; readonly to: CivilDate } | null;
}

/** When, who held it how long, and why this date. */
export function DuePanel({ t, name, due, held, risk, incidents, limit, now, span }: DuePanelProps) {
  return (
    <Panel id="hen-tra" title={t('dossiers.due.heading')} quietTitle class="o1">
      <Answer t={t} due={due} />
      {risk ? (
        <div>
          <p class="risk">
            <RiskWords risk={risk} />
          </p>
          <p class="small subtle">{t('dossiers.risk.from')}</p>
        </div>
      ) : null}
      {held.counted + held.stopped > 0 && span ? (
        <>
          <div>
            {due.today ? <p class="small subtle">{t('dossiers.due.today-is', due.today)}</p> : null}
            {held.parts.some((part) => part.minutes > 0) ? <HeldBar parts={held.parts} /> : null}
            <p class="small subtle row spread" aria-hidden="true">
              <span>{shortDate(span.from)}</span>
              <span class="push">{shortDate(span.to)}</span>
            </p>
          </div>
          <HeldTimes t={t} held={held} />
        </>
      ) : null}
      {incidents.length > 0 ? <Incidents t={t} incidents={incidents} /> : null}
      {due.why ? <Why t={t} name={name} why={due.why} limit={limit} today={dateOf(now)} /> : null}
    </Panel>
  );
}

function Answer({ t, due }: Pick<DuePanelProps, 't' | 'due'>) {
  return (
    <div>
      <p class="big">
        {due.late ? (
          <State icon="late" tone="danger">
            {due.big}
          </State>
        ) : (
          due.big
        )}
      </p>
      {due.lines.map((line) => (
        <p>{line}</p>
      ))}
      {due.small.map((line) => (
        <p class="small subtle">{line}</p>
      ))}
      {due.uncertain ? (
        <p class="small">
          <State icon="alert" tone="warning">
            {t('dossiers.due.uncertain')}
          </State>
        </p>
      ) : null}
    </div>
  );
}

function HeldTimes({ t, held }: Pick<DuePanelProps, 't' | 'held'>) {
  const offices = held.offices.map((row) => ({ ...row, time: officeTime(t, row.minutes) }));
  const stopped = [...held.waits].map(([wait, minutes]) => ({
    shade: 'stop' as const,
    name: t(`dossiers.held.wait.${wait}`),
    time: officeTime(t, minutes),
  }));
  return <HeldTable t={t} offices={offices} counted={officeTime(t, held.counted)} stopped={stopped} />;
}

/** What could not be used meanwhile: evidence, which moves no date. */
function Incidents({ t, incidents }: Pick<DuePanelProps, 't' | 'incidents'>) {
  return (
    <div class="small">
      <p>
        <State icon="alert" tone="warning">
          {t('dossiers.due.incidents')}
        </State>
      </p>
      <ul>
        {incidents.map((incident) => (
          <li>{incidentInWords(t, incident)}</li>
        ))}
      </ul>
      <p class="subtle">{t('dossiers.due.incidents-note')}</p>
    </div>
  );
}

interface WhyProps {
  readonly t: Words;
  readonly name: string;
  readonly why: WhyView;
  readonly limit: Limit | null;
  readonly today: CivilDate;
}

function Why({ t, name, why, limit, today }: WhyProps) {
  const { due, days, countsFrom } = why;
  const rules = due.basis.map(({ rule }) => ruleInWords(t, rule)).join(' ');
  const basis = [...new Set(due.basis.map((one) => one.basis))].join('; ');
  return (
    <details class="ds-details flush">
      <summary>{t('dossiers.due.why')}</summary>
      <div class="stack">
        <p class="small">
          {t('dossiers.due.limit', { limit: limitInWords(t, limit) })}{' '}
          {t('dossiers.due.counts-from', { at: formatMoment(countsFrom) })} {rules}
        </p>
        <DaysGrid t={t} days={days} today={today} compact />
        <DaysLegend t={t} days={days} today={today} />
        <p class="small subtle">{t('dossiers.due.basis', { basis })}</p>
        <p class="small">
          <a href={paths.at(name, WHY)}>{t('dossiers.why.open')}</a>
        </p>
      </div>
    </details>
  );
}
