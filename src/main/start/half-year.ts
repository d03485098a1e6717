import { join } from 'node:path';
import type pg from 'pg';
import { instant } from '#kernel/instant.ts';
import { sqlCashStores } from '#modules/cash/index.ts';
import { sqlBookStores } from '#modules/certification/index.ts';
import { HALF_YEAR, loadHalfYear } from '#modules/half-year/index.ts';
import { fitNow, judgeOpen } from '#modules/risk/index.ts';
import { machineClock } from '#platform/clock.ts';
import { createDatabase } from '#platform/db/database.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createRandom } from '#platform/random/random.ts';
import { type Config, keysFolder } from '../config.ts';
import { dossierDeps, openKeys } from '../dossier-deps.ts';
import { moduleWords } from '../module-words.ts';
import { openRenderer } from '../papers.ts';
import type { Say } from '../say.ts';

/** The moment at which the half-year of the demo ends and its clock begins. */
export const DEMO_CLOCK = instant('2022-07-25T08:00');
/** How often a person who waits is told how far it is. */
const EVERY = 2_500;

interface Demo {
  readonly config: Config;
  readonly owner: pg.Pool;
  readonly ownerUrl: string;
}

/** No dossiers yet, and the clock never stood after the half-year's end, whatever an earlier start got done. */
export async function hasRoomForDemo(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ room: boolean }>(
    `select latest <= $1 and not exists (select from dossiers.dossier) as room from platform.legal_clock`,
    [DEMO_CLOCK],
  );
  return rows[0]?.room === true;
}

/** Fills a demo that has room: all of the half-year, or nothing when it is broken off; `stop` is obeyed soon. */
export async function fillDemo(
  { config, owner, ownerUrl }: Demo,
  say: Say,
  size: number,
  stop: AbortSignal,
): Promise<void> {
  const around = {
    db: createDatabase(owner),
    random: createRandom(),
    legalClock: { now: () => DEMO_CLOCK },
    publicUrl: config.publicUrl,
    kind: 'demo',
    keysFolder: keysFolder(config),
  } as const;
  const keys = openKeys(around);
  const deps = await dossierDeps(around, keys, createWords(moduleWords)('vi'));
  say.line('main.demo.making', { count: size });
  const started = machineClock.nowMs();
  const files = await openFileStore(join(config.dataDir, 'files'));
  const renderer = openRenderer();
  const lived = await loadHalfYear(
    { ...deps, cashKey: keys.cash, cashStores: sqlCashStores, books: sqlBookStores, files, renderer },
    ownerUrl,
    { ...HALF_YEAR, size, until: DEMO_CLOCK, stop },
    {
      lived: (dossiers) => {
        if (dossiers % EVERY === 0) say.line('main.demo.made', { done: dossiers, count: size });
      },
      loaded: (table, count) => {
        if (table === 'dossiers.event') say.line('main.demo.loading', { count });
      },
    },
  ).finally(() => renderer.close());
  await fitNow({ ...deps, clock: around.legalClock });
  await judgeOpen(deps);
  const seconds = Math.round((machineClock.nowMs() - started) / 1000);
  say.line('main.demo.filled', {
    count: lived.dossiers,
    certified: lived.certified,
    presses: lived.presses,
    seconds,
  });
}
