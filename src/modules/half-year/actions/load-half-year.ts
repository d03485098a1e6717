import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { CertifyingDeps } from '#modules/certification/index.ts';
import { incidentRow } from '#modules/incidents/index.ts';
import { copyRows, withCopying } from '#platform/db/copy-rows.ts';
import { loadWritten } from '#platform/db/load-written.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { PaperRenderer } from '#platform/papers/renderer.ts';
import { inventScans } from './invent-scans.ts';
import { type LivedThrough, liveThrough } from './live-through.ts';
import { failuresBefore } from './march-failure.ts';
import { MemoryPlayer, yearTriggers } from './memory-player.ts';
import { readWorld } from './read-world.ts';

/** The source's district took in about as many. */
export const HALF_YEAR = { size: 25_000, seed: 2022 } as const;

export interface HalfYearProgress {
  readonly lived: (dossiers: number) => void;
  readonly loaded: (table: string, rows: number) => void;
}

export interface WantedHalfYear {
  readonly size: number;
  readonly seed: number;
  /** Legal time. */
  readonly until: Instant;
  readonly stop?: AbortSignal;
}

type HalfYearDeps = CertifyingDeps & { readonly files: FileStore; readonly renderer: PaperRenderer };

/**
 * Lives through the half-year in memory and loads it with the owner's rights, in one transaction: all of it or
 * nothing, also when `stop` ends it (then it throws its reason, soon); only the bytes of a few invented papers may be left, which the nightly sweep destroys.
 * `until` is legal time; nothing happens at or after it.
 */
export async function loadHalfYear(
  deps: HalfYearDeps,
  ownerUrl: string,
  wanted: WantedHalfYear,
  tell: HalfYearProgress,
): Promise<LivedThrough> {
  const { stop } = wanted;
  const world = await readWorld(deps, wanted.until, stop);
  const player = new MemoryPlayer(deps, { from: world.from, to: dateOf(wanted.until) });
  const scans = await inventScans(deps, wanted.until, stop);
  const lived = await liveThrough(world, { ...wanted, scans }, player, tell.lived);
  await withCopying(
    ownerUrl,
    async (client) => {
      await client.query('begin');
      await copyRows(client, 'documents.stored_file', scans.rows, stop);
      await copyRows(client, 'incidents.incident', failuresBefore(wanted.until).map(incidentRow), stop);
      await loadWritten(client, player.written, yearTriggers, tell.loaded, stop);
      await client.query('commit');
      await client.query('analyze'); // here no time-out breaks it off, however slow the disk is
    },
    stop,
  );
  return lived;
}
