import { expect, test } from 'vitest';
import { addDays, civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { absencesOf, liveThrough } from './actions/live-through.ts';
import { MemoryPlayer } from './actions/memory-player.ts';
import { readWorld } from './actions/read-world.ts';
import type { Absence } from './rules/absences.ts';
import { inventArrivals } from './rules/arrivals.ts';
import { failureDays } from './rules/office-time.ts';
import { holdsOn } from './rules/spans.ts';

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const deps = { ...office.deps, cashKey: new Uint8Array(32), cashStores: sqlCashStores, books: sqlBookStores };
const until = instant('2022-07-25T08:00');
const world = await readWorld(office.deps, until);
const span = { from: world.from, to: civilDate('2022-07-25') };

interface Given {
  readonly at: Instant;
  readonly who: string | null;
  readonly post: string | null;
  /** `dossiers/accept`, `identity/record-absence`. */
  readonly action: string;
  readonly press: string;
}

/** A half-year in memory, with everything that was pressed, by the log. A refused press throws: all of it was lawful. */
async function aHalfYear(size: number, seed: number) {
  const player = new MemoryPlayer(deps, span);
  const lived = await liveThrough(world, { size, seed }, player);
  const given = player.written.rows('audit.entry').map(
    (row): Given => ({
      at: row.legal_at as Instant,
      who: row.account_id ?? null,
      post: row.post_id ?? null,
      action: row.action,
      press: row.request_id ?? '',
    }),
  );
  const presses = [...new Map(given.map((one) => [one.press, one])).values()];
  return { written: player.written, given: presses, lived };
}

const year = await aHalfYear(400, 2022);

test('so many came by each channel as in the district', () => {
  const rows = year.written.rows('dossiers.dossier').filter((row) => row.field !== 'Chứng thực');
  const by = (channel: string) => rows.filter((row) => row.channel === channel).length;
  expect(year.lived.dossiers).toBe(400);
  expect([by('online'), by('direct'), by('post')]).toEqual([112, 271, 17]);
});

test('the same seed is the same half-year, another one is another', { timeout: 120_000 }, async () => {
  const of = ({ given }: { readonly given: readonly Given[] }) => given.slice(0, 1_000);
  expect(of(await aHalfYear(400, 2022))).toEqual(of(year));
  expect(of(await aHalfYear(100, 2023))).not.toEqual(of(year));
});

test('officers press in office hours of days that count, when the software works; nobody after the end', () => {
  expect(year.given.length).toBeGreaterThan(400 * 7);
  for (const { at, who } of year.given) {
    expect(at < until).toBe(true);
    if (who === null) continue;
    const hour = at.slice(11, 16);
    expect((hour >= '07:00' && hour < '11:30') || (hour >= '13:30' && hour < '17:00'), at).toBe(true);
    expect(failureDays.includes(dateOf(at)), at).toBe(false);
    expect(at < '2022-01-29' || at > '2022-02-05', `Tết: ${at}`).toBe(true);
  }
});

test('what piled up while the software stood still is typed one after the other', () => {
  const times = new Map<string, number>();
  for (const { at } of inventArrivals(world, 10_000, 2022)) times.set(at, (times.get(at) ?? 0) + 1);
  expect(Math.max(...times.values())).toBeLessThan(6);
});

test('the moments of a dossier go forward, and of all presses too', () => {
  const times = year.given.map(({ at }) => at);
  expect([...times].sort()).toEqual(times);
});

test('every kind of accident happens, in a larger half-year', { timeout: 120_000 }, async () => {
  const { given, written } = await aHalfYear(2_000, 7);
  const commands = new Set(given.map((one) => one.action));
  for (const wanted of [
    ...['submit', 'accept', 'ask-for-correction', 'not-accept', 'annul-acceptance', 'forward'],
    ...['confirm-receipt', 'refuse-receipt', 'start-step', 'finish-step', 'ask-for-supplement'],
    ...['announce-supplement', 'receive-supplement', 'ask-for-payment', 'record-payment'],
    ...['re-appoint', 'decide', 'announce-result', 'hand-over', 'withdraw', 'close-for-silence'],
  ])
    expect(commands, wanted).toContain(`dossiers/${wanted}`);
  const lent = absencesOf(world, 7).flatMap((one) => one.substitutions);
  const pressed = new Set(given.map(({ who, post }) => `${who} ${post}`));
  expect(lent.some(({ by, postId }) => pressed.has(`${by.accountId} ${postId}`))).toBe(true);
  const dossiers = written.rows('dossiers.dossier').filter((row) => row.field !== 'Chứng thực');
  const open = dossiers.filter((row) => row.ended_at == null).length;
  expect(open / dossiers.length).toBeGreaterThan(0.005);
  expect(open / dossiers.length).toBeLessThan(0.06);
  const dues = new Map(written.rows('dossiers.due').map((row) => [row.id, row.due_at]));
  const late = dossiers.filter(({ id, ended_at }) => isLate(ended_at, dues.get(id))).length;
  expect(late / dossiers.length).toBeGreaterThan(0.002);
  expect(late / dossiers.length).toBeLessThan(0.03);
});

function isLate(ended: Instant | null | undefined, due: Instant | null | undefined) {
  return Boolean(ended && due && dateOf(ended) > dateOf(due));
}

test('an officer never does two things at one minute, and nothing on days away', () => {
  const absences = absencesOf(world, 2022);
  expect(absences.length).toBeGreaterThan(50);
  const days = new Set(absences.flatMap(daysOf));
  const minutes = new Set<string>();
  for (const { who, at } of year.given) {
    if (who === null) continue;
    const minute = `${who} ${at.slice(0, 16)}`;
    expect(minutes.has(minute), minute).toBe(false);
    minutes.add(minute);
    expect(days.has(`${who} ${dateOf(at)}`), at).toBe(false);
  }
});

function daysOf({ who, validFrom, validTo }: Absence): string[] {
  const days: string[] = [];
  for (let day = validFrom; day <= validTo; day = addDays(day, 1)) days.push(`${who.accountId} ${day}`);
  return days;
}

test('nobody presses what is not theirs: each press names somebody who works where the dossier is', () => {
  for (const { who, at } of year.given) {
    if (who === null) continue;
    const here = holdsOn(world.staff, dateOf(at)).map((actor) => actor.accountId);
    expect(here, at).toContain(who);
  }
});
