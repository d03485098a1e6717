import { type CivilDate, civilDateOfDayNumber, dateOf, dayNumber, weekday } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Procedure } from '#modules/catalogue/index.ts';
import { Draw, Weighted } from './draw.ts';
import { instantOf, momentOf, officeSeconds, officeTimeAfter } from './office-time.ts';
import { holdsOn } from './spans.ts';
import type { Arrival, Counter, Offered, World } from './world.ts';

/** Of the district's own half-year: 6,995 of 25,000 came online, 16,950 directly, the rest by post. */
const ONLINE = 0.2798;
const DIRECT = 0.678;
/** Seconds within which what piled up is typed. */
const WORK_OF_A_DAY = 7 * 3600;
const LAST_HOURS = 3 * 3600;

/** How busy a day is: the weeks before Tết, the harvest of March, enrolment in June and July; Mondays. */
function business(day: number): number {
  const date = civilDateOfDayNumber(day);
  const season =
    date >= '2022-01-10' && date < '2022-01-29'
      ? 1.35
      : date < '2022-02-14'
        ? 0.8
        : date >= '2022-03-01' && date < '2022-04-10'
          ? 0.85
          : date >= '2022-06-06'
            ? 1.2
            : 1;
  return season * ([1, 1.25, 1.05, 1, 0.95, 1, 1][weekday(date) % 7] ?? 1);
}

/**
 * Everything that comes in the half-year, `size` dossiers in the order of time: exact shares of the channels, days and
 * hours as people come, procedures as they are wanted.
 */
export function inventArrivals(world: World, size: number, seed: number): Arrival[] {
  const draw = new Draw(seed);
  const counters = new Weighted(world.counters.map((counter) => [counter, counter.weight] as const));
  const [online, direct] = [Math.round(size * ONLINE), Math.round(size * DIRECT)];
  const days = daysOf(world);
  const anyDay = new Weighted(days.map((day) => [day, business(day)] as const));
  const opened = new Map(world.counters.map((counter) => [counter, openDays(world, counter)]));
  const choices = new Choices();
  const made = Array.from({ length: size }, (_, n) => {
    const channel = n < online ? 'online' : n < online + direct ? 'direct' : 'post';
    const counter = counters.draw(draw);
    const day = ((channel === 'online' ? null : opened.get(counter)) ?? anyDay).draw(draw);
    const drawn = channel === 'online' ? atHome(draw, day) : atTheCounter(draw, counter, day);
    const at = comesInTime(world, counter, channel, drawn) ? drawn : earlier(drawn, draw, counter);
    return { channel, counter, procedure: choices.draw(draw, counter, channel, dateOf(at)), at } as const;
  });
  return made
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((one, index) => ({ ...one, index }));
}

function daysOf({ from, until }: World): number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(until) - first + 1 }, (_, n) => first + n);
}

/** Days on which a counter is open, the busy ones more often. */
export function openDays(world: World, { calendar }: Counter): Weighted<number> {
  const open = daysOf(world).filter((day) => calendar.counts(day));
  return new Weighted(open.map((day) => [day, business(day)] as const));
}

/** What the counter offers on the day, as it is wanted; by a channel for which there is nothing: anything. */
class Choices {
  readonly #kept = new Map<readonly Offered[], Map<Arrival['channel'], Weighted<Procedure>>>();

  draw(draw: Draw, counter: Counter, channel: Arrival['channel'], on: CivilDate): Procedure {
    const offered = holdsOn(counter.offered, on);
    const byChannel = this.#kept.get(offered) ?? new Map<Arrival['channel'], Weighted<Procedure>>();
    this.#kept.set(offered, byChannel);
    const choice = byChannel.get(channel) ?? weighted(offered, channel);
    byChannel.set(channel, choice);
    return choice.draw(draw);
  }
}

function weighted(offered: readonly Offered[], channel: Arrival['channel']): Weighted<Procedure> {
  const fitting = offered.filter(({ procedure }) => procedure.channels.includes(channel));
  const choice = fitting.length > 0 ? fitting : offered;
  return new Weighted(choice.map((one) => [one.procedure, one.weight] as const));
}

/** Whoever is there in the last hours may still wait when the half-year ends. */
export function comesInTime(
  { until }: World,
  { calendar }: Counter,
  channel: Arrival['channel'],
  at: Instant,
) {
  return channel === 'online' ? at < until : at < until && officeSeconds(calendar, at, until) > LAST_HOURS;
}

/** From the morning until late in the evening. */
function atHome(draw: Draw, day: number): Instant {
  return instantOf({ day, second: Math.floor(21_600 + draw.part() * 59_000) });
}

/** More in the morning than after lunch. */
export function atTheCounter(draw: Draw, counter: Counter, day: number): Instant {
  const morning = draw.chance(0.64);
  const second = morning ? 25_260 + draw.part() * 14_000 : 48_700 + draw.part() * 11_000;
  return typed(counter, instantOf({ day, second: Math.floor(second) }));
}

/** What comes while nothing can be pressed is typed on the next day that works, one after the other. */
function typed({ calendar }: Counter, at: Instant): Instant {
  const pressed = officeTimeAfter(calendar, at, 0);
  const [came, goesOn] = [momentOf(at), momentOf(pressed)];
  return came.day === goesOn.day ? pressed : officeTimeAfter(calendar, pressed, came.second % WORK_OF_A_DAY);
}

/** What would come too late comes on a day of the week before instead. */
export function earlier(at: Instant, draw: Draw, counter: Counter): Instant {
  const { day, second } = momentOf(at);
  return typed(counter, instantOf({ day: day - 7 - draw.between(0, 20), second }));
}
