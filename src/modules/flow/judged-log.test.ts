import { expect, test } from 'vitest';
import { instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { workCalendarFor } from '#modules/calendar/index.ts';
import { evaluateLog, type LoggedCase } from '#modules/risk/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { importLog, readLogCases } from './index.ts';

const db = await testDatabase();
const deps = { db: db.app, random: createRandom() };
const origin = programOrigin(instant('2022-07-25T08:00'), instant('2026-01-05T08:00'));
const DAY = 86_400_000;
const FIRST = msOfInstant(instant('2020-01-06T08:00'));
const DAYS = 900;
const LIMIT = 10 * DAY;
const OFFICERS = ['an', 'binh', 'chi', 'dung', 'em', 'giang'];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What makes it slow: how many lie with the officer (power of load against usual), and a busy season after Tết. */
interface Truth {
  readonly load: number;
  readonly season: number;
}

const event = (name: string, at: number, who: string) =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${instantOfMs(at)}"/><string key="org:resource" value="${who}"/></event>`;

/** Two and a half years of a section of six whose work comes in waves, as another system would write it. */
function anXes({ load, season }: Truth, seed: number): string {
  const next = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const inHand = new Map(OFFICERS.map((who) => [who, [] as number[]]));
  const traces: string[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const wave = OFFICERS.map((_, n) => 0.2 + 1.3 * Math.max(0, Math.sin((day + n * 37) / (9 + n))) ** 2);
    for (const [n, who] of OFFICERS.entries()) {
      for (let k = 0; k < 3; k += 1) {
        if (next() > (wave[n] ?? 0) / 3) continue;
        const at = FIRST + day * DAY + next() * DAY;
        const own = (inHand.get(who) ?? []).filter((end) => end > at);
        const month = Number(instantOfMs(at + LIMIT).slice(5, 7));
        const slow = ((own.length + 2) / 6) ** load * (month === 3 || month === 4 ? season : 1);
        const whole = LIMIT * 0.5 * Math.exp(0.4 * normal()) * slow;
        inHand.set(who, [...own, at + whole]);
        const events = [
          event('register', at, who),
          event('examine', at + whole * 0.1, who),
          event('decide', at + whole * 0.8, who),
          event('close', at + whole, who),
        ];
        traces.push(
          `<trace><string key="concept:name" value="${traces.length}"/><date key="due" value="${instantOfMs(at + LIMIT)}"/>${events.join('')}</trace>`,
        );
      }
    }
  }
  return `<log xes.version="1849.2016">${traces.join('')}</log>`;
}

async function judged(truth: Truth, seed: number, forget: (one: LoggedCase) => LoggedCase = (one) => one) {
  const name = JSON.stringify({ truth, seed });
  const text = anXes(truth, seed);
  const bytes = (async function* () {
    yield Buffer.from(text);
  })();
  const wish = { name, sha256: name, leaveOut: false };
  const imported = await importLog(deps, bytes, origin, wish);
  if (!imported.ok) throw new Error(imported.refusal.code);
  const cases: LoggedCase[] = [];
  for await (const one of readLogCases(db.app, name)) cases.push(forget(one));
  const found = await evaluateLog({ db: db.app, calendarFor: workCalendarFor }, cases);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

const anonymous = (one: LoggedCase): LoggedCase => ({
  ...one,
  events: one.events.map((each) => ({ ...each, resource: null })),
});

test('an imported log in which full hands and a season make late: both are found, and telling them pays', {
  timeout: 240_000,
}, async () => {
  const found = await judged({ load: 0.6, season: 1.5 }, 1);
  expect(found.log.withDue).toBe(found.log.cases);
  expect(found.learnt.holder).toBeGreaterThan(0.3);
  expect(found.learnt.months[3]).toBeGreaterThan(0.3);
  expect(found.learnt.months[4]).toBeGreaterThan(0.3);
  expect(found.gain.low).toBeGreaterThan(0);
  const blind = await judged({ load: 0.6, season: 1.5 }, 1, anonymous);
  expect(blind.learnt.holder).toBe(0);
  expect(found.model.brier).toBeLessThan(blind.model.brier);
});

test('a log in which neither makes late: nothing is made of chance', { timeout: 120_000 }, async () => {
  const { learnt } = await judged({ load: 0, season: 1 }, 2);
  expect(learnt).toEqual({ office: 0, holder: 0, months: {}, weekdays: {} });
});
