import type { Installation } from '../outside/installation.ts';
import { type Seeded, seeded } from '../outside/seeded.ts';
import { knownNumbers, lookingUp, openPages } from './asked-pages.ts';
import { type Percentiles, percentilesOf, round } from './percentiles.ts';

async function timed(times: number, ask: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await ask();
    all.push(performance.now() - started);
  }
  return all;
}

/** One person at a time; what a page does the first times is not counted. */
export async function measurePages(
  installation: Installation,
  times: number,
  random: Seeded,
): Promise<Record<string, Percentiles>> {
  const figures: Record<string, Percentiles> = {};
  for (const { name, ask } of await openPages(installation, random)) {
    await timed(Math.ceil(times / 10), ask);
    figures[name] = percentilesOf(await timed(times, ask));
  }
  return figures;
}

export interface LookUps {
  readonly times: number;
  readonly knownMedian: number;
  readonly unknownMedian: number;
}

/** A known and an unknown number in turn; of both kinds the shape is the same. */
export async function measureLookUps(
  installation: Installation,
  times: number,
  seed: number,
): Promise<LookUps> {
  const random = seeded(seed);
  const numbers = await knownNumbers(installation);
  const taken = new Set(numbers);
  const unknown = () => {
    for (;;) {
      const number = random.pick(numbers).replace(/\d{4}$/, () => String(random.between(5_000, 9_999)));
      if (!taken.has(number)) return number;
    }
  };
  const askKnown = await lookingUp(installation.address, random, () => random.pick(numbers));
  const askUnknown = await lookingUp(installation.address, random, unknown);
  await timed(Math.ceil(times / 10), askKnown);
  const known: number[] = [];
  const others: number[] = [];
  for (let time = 0; time < times; time += 1) {
    known.push(...(await timed(1, askKnown)));
    others.push(...(await timed(1, askUnknown)));
  }
  const median = (all: readonly number[]) => round([...all].sort((a, b) => a - b)[all.length >> 1] ?? 0, 2);
  return { times, knownMedian: median(known), unknownMedian: median(others) };
}
