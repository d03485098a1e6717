import { instantOfMs } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { eraseFiles, listFiles, storeFile } from '#modules/documents/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { mayCommand } from '../rules/access.ts';
import type { AttachedFile } from '../rules/filing.ts';
import type { CommandName } from '../rules/transitions.ts';
import { findDossier } from '../store/dossiers.ts';
import {
  insertKeptScan,
  listKeptScans,
  rekeepScans,
  type ScanKeeper,
  takeKeptScansOf,
} from '../store/kept-scans.ts';
import type { DossierDeps, PressOnDossier } from './deps.ts';

const KEPT_MS = 24 * 3600 * 1000;

type ScanDeps = DossierDeps & { readonly files: FileStore };

const until = ({ machineMs }: DossierDeps) => instantOfMs(machineMs() + KEPT_MS);

/** A scan and the note of who keeps it, together: no scan is ever without one. Refuses with `documents/file-…`. */
export function keepScan(
  deps: ScanDeps,
  keeper: ScanKeeper,
  scan: { readonly path: string; readonly fileName: string },
): Promise<Outcome<AttachedFile>> {
  return inTransaction<Outcome<AttachedFile>>(deps.db, async (tx) => {
    const stored = await storeFile(tx, deps, {
      from: scan.path,
      originalName: scan.fileName,
      storedAt: deps.clock.now(),
      accountId: keeper.accountId,
    });
    if (!stored.ok) return stored;
    await insertKeptScan(tx, stored.value.id, keeper, until(deps));
    return accepted(asAttached(stored.value));
  });
}

/** What the form of an earlier press keeps; ids of anything else lead nowhere. */
export async function keptScans(
  deps: DossierDeps,
  keeper: ScanKeeper,
  fileIds: readonly string[],
): Promise<AttachedFile[]> {
  const files = await listFiles(deps.db, await listKeptScans(deps.db, keeper, fileIds));
  const byId = new Map(files.filter((file) => !file.erasedAt).map((file) => [file.id, asAttached(file)]));
  return fileIds.map((id) => byId.get(id)).filter((file) => file !== undefined);
}

/**
 * After a press that filed nothing: its scans wait for the next press of the form that comes back, when this
 * person may still give the command; else all that this person's forms keep for the dossier is destroyed. True
 * when they wait.
 */
export function settleScans(
  deps: DossierDeps,
  press: PressOnDossier,
  command: CommandName,
  { dossierId, accountId, pressKey }: ScanKeeper,
  fileIds: readonly string[],
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const found = await findDossier(tx, press.number, deps);
    if (found && mayCommand(found.dossier, command, press.actor).ok) {
      await rekeepScans(tx, fileIds, pressKey, until(deps));
      return true;
    }
    await eraseFiles(tx, await takeKeptScansOf(tx, dossierId, accountId), deps.clock.now());
    return false;
  });
}

function asAttached(file: {
  id: string;
  originalName: string | null;
  mediaType: string;
  size: number;
}): AttachedFile {
  return { id: file.id, name: file.originalName ?? '', mediaType: file.mediaType, size: file.size };
}
