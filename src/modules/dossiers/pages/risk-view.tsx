import { dayNumber } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { aboutInWords, timeLeftInWords } from '#modules/calendar/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { Risk, RiskLevel } from '../rules/risk.ts';

export interface RiskView {
  readonly level: RiskLevel;
  /** In words, with its reason. */
  readonly said: string;
}

interface Judged {
  readonly clock: string;
  readonly dueAt: Instant | null;
  readonly stepName: string | null;
}

/** What is said of a dossier's risk at `now`; undefined where nothing was judged, or it is late already. */
export function riskView(
  t: Words,
  calendar: WorkCalendar,
  { clock, dueAt, stepName }: Judged,
  risk: Risk | null | undefined,
  now: Instant,
): RiskView | undefined {
  if (!risk || clock !== 'running' || dueAt === null) return undefined;
  const left = timeLeft(calendar, now, dueAt);
  if (left.late) return undefined;
  const { level, reason } = risk;
  const about = (minutes: number) => aboutInWords(t, minutes, calendar.hoursOn(dayNumber(now)).minutes);
  const said = {
    step: stepName ?? '',
    usual: about(risk.usualMinutes),
    stay: about(officeMinutesBetween(calendar, risk.enteredAt, now)),
    open: risk.openNow,
    openUsual: risk.openUsual,
    late: Math.min(9, Math.max(1, Math.round(risk.probability * 10))),
    left: timeLeftInWords(t, left),
  };
  const why =
    level === 'low' ? t('dossiers.risk.why.often-low', said) : t(`dossiers.risk.why.${reason}`, said);
  return { level, said: t('dossiers.risk.said', { level: t(`dossiers.risk.level.${level}`), why }) };
}

/** Icon and words: a level is never a colour alone. */
export function RiskWords({ risk }: { readonly risk: RiskView }) {
  const { level, said } = risk;
  return (
    <State icon={level === 'low' ? 'ok' : 'alert'} tone={level === 'high' ? 'warning' : undefined}>
      {said}
    </State>
  );
}
