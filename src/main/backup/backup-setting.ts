import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { Queries } from '#platform/db/database.ts';
import { readSetting } from '#platform/settings.ts';

/** Key of the setting. */
export const BACKUP = 'backup';

const folder = z.string().max(1000).refine(isAbsolute);

/** When and where backups are made by themselves; null: never. */
export const backupSetting = z
  .object({
    /** Vietnamese time of the machine. */
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    dir: folder,
    /** Another place for the keys. */
    keys: folder.optional(),
    /** How many are left when a new one is whole. */
    keep: z.number().int().min(1).max(1000).default(14),
  })
  .nullable();
export type BackupSetting = z.infer<typeof backupSetting>;

export function readBackupSetting(q: Queries): Promise<BackupSetting> {
  return readSetting(q, BACKUP, backupSetting, null);
}
