import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRateLimit, forgetOldHits } from './rate-limit.ts';

const { app } = await testDatabase();
const clock = fixedClock(instant('2026-11-24T08:00'));
const limit = { hits: 3, windowSeconds: 600 };

test('two processes share one count; the window ends by itself; old counts are forgotten', async () => {
  const processes = [createRateLimit(app, clock), createRateLimit(app, clock)];
  const hit = (n: number) => processes[n % 2]?.hit('look-up:1.2.3.4', limit);
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push((await hit(n))?.allowed);
  expect(answers).toEqual([true, true, true, false]);
  expect((await hit(0))?.retryAfterSeconds).toBe(600);
  expect((await processes[0]?.hit('look-up:5.6.7.8', limit))?.allowed).toBe(true);
  clock.set(instant('2026-11-24T08:10'));
  expect((await hit(1))?.allowed).toBe(true);
  clock.set(instant('2026-11-26T08:00'));
  await forgetOldHits(app, clock);
  expect(await app.selectFrom('platform.rate_limit').selectAll().execute()).toEqual([]);
});

test('the window slides: a busy end of one ten minutes and the start of the next count together', async () => {
  const process = createRateLimit(app, clock);
  const hit = async () => (await process.hit('look-up:9.9.9.9', limit)).allowed;
  clock.set(instant('2026-11-26T08:09:50'));
  expect([await hit(), await hit()]).toEqual([true, true]);
  clock.set(instant('2026-11-26T08:10:30'));
  expect([await hit(), await hit()]).toEqual([true, false]);
  const { retryAfterSeconds } = await process.hit('look-up:9.9.9.9', limit);
  expect(retryAfterSeconds).toBe(560);
  clock.set(instant('2026-11-26T08:19:50'));
  expect(await hit()).toBe(true);
});
