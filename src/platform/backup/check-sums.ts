import { basename, join } from 'node:path';
import { hashOf, someAtATime } from './durable-copy.ts';
import type { Backup } from './manifest.ts';
import { BackupProblem } from './problem.ts';
import type { SumLine } from './sums.ts';

/** Reads every byte of a backup and of its keys; names the first file that is missing or another than it was. */
export async function checkSums(backup: Backup, stop: AbortSignal): Promise<void> {
  await checkFolder(backup.keysFolder, backup.keySums, `${basename(backup.keysFolder)}/`, stop);
  await checkFolder(backup.folder, backup.sums, '', stop);
}

async function checkFolder(folder: string, sums: readonly SumLine[], shown: string, stop: AbortSignal) {
  await someAtATime(sums, async ({ sha256, path }) => {
    const found = await hashOf(join(folder, path), stop);
    if (!found) throw new BackupProblem('backup-cut', { file: `${shown}${path}` });
    if (found.sha256 !== sha256) throw new BackupProblem('backup-damaged', { file: `${shown}${path}` });
  });
}
