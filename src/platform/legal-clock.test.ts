import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { fixedClock } from './clock.ts';
import { testDatabase } from './db/testing.ts';
import { moveLegalClockForward, openLegalClock, startLegalClock } from './legal-clock.ts';

const { app, owner } = await testDatabase();
const at = (text: string) => instant(text);

beforeEach(async () => {
  const latest = at('2018-01-01T00:00');
  await owner
    .updateTable('platform.legal_clock')
    .set({ offset_seconds: '0', latest, not_before: latest })
    .execute();
});

test('without a wish it is the time of the machine', async () => {
  const machine = fixedClock(at('2026-11-24T08:00'));
  expect(await startLegalClock(owner, machine, null)).toEqual({ kind: 'set', now: at('2026-11-24T08:00') });
  const clock = await openLegalClock(app, machine);
  machine.set(at('2026-11-24T09:30'));
  expect(clock.now()).toBe(at('2026-11-24T09:30'));
});

test('a set clock stands still while nothing runs and goes on from the latest moment', async () => {
  const machine = fixedClock(at('2026-11-24T08:00'));
  await startLegalClock(owner, machine, at('2022-07-25T08:00'));
  const clock = await openLegalClock(app, machine);
  machine.set(at('2026-11-24T08:10'));
  expect(clock.now()).toBe(at('2022-07-25T08:10'));
  await clock.refresh();
  await clock.release();
  machine.set(at('2026-12-24T08:00'));
  expect(await startLegalClock(owner, machine, null)).toEqual({ kind: 'set', now: at('2022-07-25T08:10') });
});

test('after a kill it goes on after every moment that was given out', async () => {
  const machine = fixedClock(at('2026-11-24T08:00'));
  await startLegalClock(owner, machine, at('2022-07-25T08:00'));
  const clock = await openLegalClock(app, machine);
  machine.set(at('2026-11-24T08:00:20'));
  const given = clock.now();
  const after = await startLegalClock(owner, fixedClock(at('2026-11-24T08:05')), null);
  expect(after.kind === 'set' && after.now >= given).toBe(true);
});

test('it never goes back', async () => {
  const machine = fixedClock(at('2026-11-24T08:00'));
  await startLegalClock(owner, machine, at('2022-07-25T08:00'));
  const clock = await openLegalClock(app, machine);
  expect((await startLegalClock(owner, machine, at('2022-07-24T08:00'))).kind).toBe('backwards');
  expect((await moveLegalClockForward(owner, machine, at('2022-07-25T07:00'))).kind).toBe('backwards');
  machine.set(at('2026-11-24T07:00'));
  expect(clock.now()).toBe(at('2022-07-25T08:00'));
  machine.set(at('2026-11-24T08:00'));
  await moveLegalClockForward(owner, machine, at('2022-07-26T08:00'));
  await clock.refresh();
  expect(clock.now()).toBe(at('2022-07-26T08:00'));
});

test('a machine whose clock was set back is noticed at the start', async () => {
  const machine = fixedClock(at('2026-11-24T08:00'));
  await startLegalClock(owner, machine, null);
  await openLegalClock(app, machine);
  machine.set(at('2026-11-23T08:00'));
  expect((await startLegalClock(owner, machine, null)).kind).toBe('machine-behind');
});

describe('over a restart a machine that was set back a little', () => {
  const machine = fixedClock(at('2026-11-24T08:05'));
  const restarted = async (back: string) => {
    machine.set(at(back));
    const start = await startLegalClock(owner, machine, null);
    return { start, clock: await openLegalClock(app, machine) };
  };

  test('stands still at the latest moment until it is there again, in every program', async () => {
    machine.set(at('2026-11-24T08:05'));
    await startLegalClock(owner, machine, null);
    const before = await openLegalClock(app, machine);
    expect(before.now()).toBe(at('2026-11-24T08:05'));
    await before.release();
    const { start, clock } = await restarted('2026-11-24T08:03:30');
    expect(start).toEqual({ kind: 'set', now: at('2026-11-24T08:05') });
    expect(clock.now()).toBe(at('2026-11-24T08:05'));
    expect((await openLegalClock(app, machine, false)).now()).toBe(at('2026-11-24T08:05'));
    machine.set(at('2026-11-24T08:06'));
    expect(clock.now()).toBe(at('2026-11-24T08:06'));
  });

  test('after a kill it is not before the recorded latest, and a second restart does not forget it', async () => {
    machine.set(at('2026-11-24T08:05'));
    await startLegalClock(owner, machine, null);
    await openLegalClock(app, machine);
    const { latest } = await owner
      .selectFrom('platform.legal_clock')
      .select('latest')
      .executeTakeFirstOrThrow();
    const { clock } = await restarted('2026-11-24T08:04');
    expect(clock.now() >= latest).toBe(true);
    expect((await restarted('2026-11-24T08:04')).clock.now() >= latest).toBe(true);
  });

  test('killed again and again it does not run ahead of the machine', async () => {
    machine.set(at('2026-11-24T08:05'));
    for (let start = 0; start < 10; start += 1) {
      expect((await startLegalClock(owner, machine, null)).kind).toBe('set');
      await openLegalClock(app, machine);
    }
    expect((await openLegalClock(app, machine)).now() <= at('2026-11-24T08:05:30')).toBe(true);
  });

  test('one program alone that is started again is not before what the other had given out', async () => {
    machine.set(at('2026-11-24T08:05'));
    await startLegalClock(owner, machine, null);
    const web = await openLegalClock(app, machine);
    machine.set(at('2026-11-24T08:10'));
    await web.refresh();
    machine.set(at('2026-11-24T08:09'));
    expect((await openLegalClock(app, machine)).now()).toBe(at('2026-11-24T08:10'));
  });
});
