import { accepted, type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { eraseFiles, storeFile } from '#modules/documents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { countPages } from '#platform/papers/append-scans.ts';
import type { CertificationDeps } from '../deps.ts';
import { MOST_FILES, MOST_PAGES, mayScan } from '../rules/electronic-copy.ts';
import { addStep, type ListedCopy } from '../store/electronic-copies.ts';
import { insertScan, listScans, removeScans } from '../store/electronic-scans.ts';
import type { By } from './by.ts';
import { atCounter, type CopyPress, onCopy } from './electronic-copy.ts';

export interface Scan {
  readonly fileName: string;
  /** Of the temporary copy. */
  readonly path: string;
  readonly tooLarge: boolean;
}

export interface ScanPress extends CopyPress {
  readonly scans: readonly Scan[];
  /** Files of an earlier press that shall not belong to it. */
  readonly without: readonly string[];
}

type ScanDeps = CertificationDeps & { readonly files: FileStore };

/**
 * The scan of a certified copy. Each file that can be kept is kept, also when another of the same press is wrong; with
 * all of them right the copy waits for its signature. Refusals: `not-your-counter`, `copy-signed`, `copy-erased`,
 * `no-scan`; told with the files: `documents/file-…`, `scan-unreadable`, `too-many-files`, `too-many-pages`.
 */
export async function scanCopy(
  deps: ScanDeps,
  by: By,
  press: ScanPress,
): Promise<Outcome<{ readonly problems: readonly Refusal[] }>> {
  let problems: Refusal[] = [];
  const done = await onCopy(deps, by, press, 'certification/scan-copy', async (tx, copy) => {
    if (!atCounter(by, copy)) return refused('certification/not-your-counter');
    const may = mayScan(copy);
    if (!may.ok) return may;
    await takeAway(tx, deps, copy, press.without);
    problems = await addAll(tx, deps, by, copy, press.scans);
    if (problems.length > 0) return accepted(null);
    const fileIds = (await listScans(tx, copy)).map((scan) => scan.fileId);
    if (fileIds.length === 0) return refused('certification/no-scan', undefined, 'files');
    const { accountId } = by.actor;
    await addStep(tx, copy, { at: deps.clock.now(), accountId, pressKey: press.key, fileIds });
    return accepted(null);
  });
  return done.ok ? accepted({ problems }) : done;
}

async function takeAway(tx: Tx, deps: ScanDeps, copy: ListedCopy, without: readonly string[]): Promise<void> {
  const own = (await listScans(tx, copy)).map((scan) => scan.fileId).filter((id) => without.includes(id));
  await removeScans(tx, own);
  await eraseFiles(tx, own, deps.clock.now());
}

async function addAll(
  tx: Tx,
  deps: ScanDeps,
  by: By,
  copy: ListedCopy,
  scans: readonly Scan[],
): Promise<Refusal[]> {
  const problems: Refusal[] = [];
  for (const scan of scans) {
    const added = await addOne(tx, deps, by, copy, scan);
    if (!added.ok) problems.push({ ...added.refusal, field: 'files' });
  }
  return problems;
}

async function addOne(
  tx: Tx,
  deps: ScanDeps,
  by: By,
  copy: ListedCopy,
  { path, fileName, tooLarge }: Scan,
): Promise<Outcome<null>> {
  if (tooLarge) return refused('documents/file-too-large', { name: fileName, megabytes: 20 });
  const before = await listScans(tx, copy);
  if (before.length >= MOST_FILES) return refused('certification/too-many-files', { most: MOST_FILES });
  const now = deps.clock.now();
  const { accountId } = by.actor;
  const stored = await storeFile(tx, deps, { from: path, originalName: fileName, storedAt: now, accountId });
  if (!stored.ok) return stored;
  const { id: fileId, sha256, mediaType, originalName } = stored.value;
  const pages = await countPages({ bytes: await deps.files.read(sha256), mediaType });
  const all = before.reduce((sum, scan) => sum + scan.pages, pages ?? 0);
  if (pages === undefined || all > MOST_PAGES) {
    await eraseFiles(tx, [fileId], now);
    return pages === undefined
      ? refused('certification/scan-unreadable', { name: originalName ?? '' })
      : refused('certification/too-many-pages', { most: MOST_PAGES });
  }
  await insertScan(tx, copy, { fileId, pages }, now);
  return accepted(null);
}
