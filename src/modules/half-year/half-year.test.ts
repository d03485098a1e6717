import { expect, test } from 'vitest';
import { civilDate, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Dossier, MemoryBook, type Scripted } from '#modules/dossiers/index.ts';
import { anOfficeOfChauThanh } from '#modules/dossiers/testing-office.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { liveThrough, type Player } from './actions/live-through.ts';
import { readWorld } from './actions/read-world.ts';
import { inventArrivals } from './rules/arrivals.ts';
import { failureDays } from './rules/office-time.ts';

const db = await testDatabase();
const office = await anOfficeOfChauThanh(db);
const until = instant('2022-07-25T08:00');
const world = await readWorld(office.deps, until);
const span = { from: world.from, to: civilDate('2022-07-25') };

interface Given {
  readonly at: Instant;
  readonly who: string | null;
  readonly command: string;
  readonly name: string;
}

/** A half-year in memory, with everything that was pressed. A refused press throws: what is here was lawful. */
async function aHalfYear(size: number, seed: number) {
  const book = new MemoryBook(office.deps, span);
  const given: Given[] = [];
  const player: Player = {
    dossierOf: (name) => book.dossierOf(name),
    play: async (scripted: Scripted, bytes) => {
      const name = await book.play(scripted, bytes);
      const { at, actor, what } = scripted;
      given.push({ at, who: actor?.accountId ?? null, command: what.command, name });
      return name;
    },
  };
  const lived = await liveThrough(world, { size, seed }, player);
  return { book, given, lived };
}

const year = await aHalfYear(400, 2022);

test('so many came by each channel as in the district', () => {
  const rows = year.book.written.rows('dossiers.dossier');
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
  const { given, book } = await aHalfYear(2_000, 7);
  const commands = new Set(given.map((one) => one.command));
  for (const wanted of [
    ...['submit-online', 'accept', 'ask-for-correction', 'not-accept', 'annul-acceptance', 'forward'],
    ...['confirm-receipt', 'refuse-receipt', 'start-step', 'finish-step', 'ask-for-supplement'],
    ...['announce-supplement', 'receive-supplement', 'ask-for-payment', 'record-payment'],
    ...['re-appoint', 'decide', 'announce-result', 'hand-over', 'withdraw', 'close-for-silence'],
  ])
    expect(commands, wanted).toContain(wanted);
  const dossiers = book.written.rows('dossiers.dossier');
  const open = dossiers.filter((row) => row.ended_at == null).length;
  expect(open / dossiers.length).toBeGreaterThan(0.005);
  expect(open / dossiers.length).toBeLessThan(0.06);
  const late = dossiers.filter(isLate).length;
  expect(late / dossiers.length).toBeGreaterThan(0.002);
  expect(late / dossiers.length).toBeLessThan(0.03);
});

function isLate({ ended_at: ended, due_at: due }: { ended_at?: Instant | null; due_at?: Instant | null }) {
  return Boolean(ended && due && dateOf(ended) > dateOf(due));
}

test('nobody presses what is not theirs: each press names somebody who works where the dossier is', () => {
  const names = new Set([...world.workers.values()].flat().map((actor) => actor.accountId));
  for (const { who } of year.given) if (who !== null) expect(names.has(who)).toBe(true);
  const any = year.given.at(-1);
  const dossier: Dossier | undefined = any && year.book.dossierOf(any.name);
  expect(dossier?.filing.procedure.field).not.toBe('Chứng thực');
});
