import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { TimeLeftView } from '#ui/components/time-left.tsx';
import { type Urgency, urgencyOf } from '../rules/work-groups.ts';
import type { DossierLine } from '../store/lists.ts';
import { type RiskView, riskView } from './risk-view.tsx';
import { timeLeftView } from './time-view.ts';

export interface WorkLine extends DossierLine {
  readonly left: TimeLeftView | undefined;
  readonly urgency: Urgency;
  /** The person who looks leads the office; somebody else there is at work on it. */
  readonly heldByAnother: boolean;
  /** Said where there is something to fear. */
  readonly feared: RiskView | undefined;
}

/** A line with its time left in words and the group it stands in. */
export function workLine(
  t: Words,
  calendar: WorkCalendar,
  line: DossierLine,
  now: Instant,
  accountId: string,
): WorkLine {
  const left = timeLeftView(calendar, line.clock, line.dueAt, now);
  const heldByAnother = line.holderAccountId !== null && line.holderAccountId !== accountId;
  const risk = riskView(t, calendar, line, line.risk, now);
  const feared = risk?.level === 'low' ? undefined : risk;
  return { ...line, left, heldByAnother, feared, urgency: urgencyOf(calendar, line, now) };
}
