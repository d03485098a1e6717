import type { Instant } from '#kernel/instant.ts';
import { officeMinutesBetween } from '#kernel/working-time/office-minutes.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Finding, LawRule, Level } from './law-rule.ts';

/**
 * Who is told: `holder`, who has to act; `leader` of that office; `signer`, who may sign an apology, of that office or else the
 * agency's leaders; `head` of the
 * one-stop that answers to the applicant.
 */
export const whoms = ['holder', 'leader', 'signer', 'head'] as const;
export type Whom = (typeof whoms)[number];

interface Step {
  readonly whom: Whom;
  /** Office hours after it began to stand so. */
  readonly after: number;
}

const now = (...whom: readonly Whom[]): Step[] => whom.map((one) => ({ whom: one, after: 0 }));
const later = (after: number, ...whom: readonly Whom[]): Step[] => whom.map((one) => ({ whom: one, after }));

const steps: Record<LawRule, Record<Level, readonly Step[]>> = {
  answer: { near: now('holder'), broken: now('holder', 'leader', 'head') },
  forward: { near: now('holder'), broken: now('holder', 'leader', 'head') },
  supplement: { near: now('holder'), broken: now('leader', 'head') },
  opinion: { near: now('holder'), broken: [...now('holder', 'leader'), ...later(4, 'head')] },
  apology: {
    near: [...now('holder', 'leader'), ...later(4, 'signer')],
    broken: now('holder', 'leader', 'signer', 'head'),
  },
  'new-date': { near: now('holder', 'leader'), broken: now('holder', 'leader', 'signer', 'head') },
  still: { near: [], broken: [...now('holder'), ...later(8, 'leader'), ...later(16, 'head')] },
};

/** Who is told of a finding by now: first who holds it, the longer it stands so the further up. Office hours, legal time. */
export function toldBy({ rule, level, since }: Finding, calendar: WorkCalendar, at: Instant): Whom[] {
  const minutes = Math.max(0, officeMinutesBetween(calendar, since, at));
  return steps[rule][level].filter(({ after }) => after * 60 <= minutes).map(({ whom }) => whom);
}
