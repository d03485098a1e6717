import { msOfInstant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { LogCase } from '../rules/log.ts';
import type { TimedWay } from '../rules/ways.ts';
import { MOST_WAYS } from './ask-ways.ts';
import { readLogCases } from './read-log-cases.ts';

const MINUTE = 60_000;

/** The ways of the first cases of an imported log: what was completed, with the minutes as they passed. */
export async function askLogWays(q: Queries, name: string): Promise<TimedWay[]> {
  const ways: TimedWay[] = [];
  for await (const one of readLogCases(q, name)) {
    ways.push(timed(one));
    if (ways.length === MOST_WAYS) break;
  }
  return ways;
}

function timed({ events }: LogCase): TimedWay {
  const start = events[0] ? msOfInstant(events[0].at) : 0;
  let last = start;
  const moves = events
    .filter(({ lifecycle }) => lifecycle === null || lifecycle.toLowerCase() === 'complete')
    .map(({ activity, at }) => {
      const ms = msOfInstant(at);
      const minutes = Math.max(0, Math.floor((ms - last) / MINUTE));
      last = ms;
      return { code: activity, minutes };
    });
  return { moves, minutes: Math.max(0, Math.floor((last - start) / MINUTE)) };
}
