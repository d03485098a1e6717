import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { type BothClocks, longSince } from './away.ts';

/** Something that was found unwell and was not found well since. */
export interface Unwell {
  readonly since: BothClocks;
  /** Recorded, and to be ended when it is well again. */
  readonly incidentId: string | null;
}

/** What a look at it has to do. */
export type AfterLook =
  | { readonly do: 'nothing' | 'note' | 'forget' }
  | { readonly do: 'record'; readonly from: Instant }
  | { readonly do: 'end'; readonly incidentId: string };

/**
 * Unwell once is noted, unwell for long is an incident that goes on until it is well again; what was unwell for a moment is
 * forgotten. By both clocks.
 */
export function afterLook(
  calendar: WorkCalendar,
  before: Unwell | undefined,
  isUnwell: boolean,
  now: BothClocks,
): AfterLook {
  if (!before) return { do: isUnwell ? 'note' : 'nothing' };
  if (!isUnwell)
    return before.incidentId === null ? { do: 'forget' } : { do: 'end', incidentId: before.incidentId };
  const from = before.incidentId === null ? longSince(calendar, before.since, now) : null;
  return from ? { do: 'record', from } : { do: 'nothing' };
}
