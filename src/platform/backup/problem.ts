import { isDiskFull } from '../db/outage.ts';

type Params = Readonly<Record<string, string | number>>;

/** Why a backup or a restore cannot be: key of a sentence for the person who asked for it, and its parameters. */
export class BackupProblem extends Error {
  readonly key: string;
  readonly params: Params;
  constructor(key: string, params: Params = {}) {
    super(`${key} ${JSON.stringify(params)}`);
    this.key = key;
    this.params = params;
  }
}

/** Quotas and limits of a file's size are a full disk to the person who has to make room. */
const FULL = new Set(['EDQUOT', 'EFBIG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

/** What went wrong while writing into `dir`, as a sentence where it is one that a person can put right. */
export function explain(error: unknown, dir: string): unknown {
  if (error instanceof BackupProblem) return error;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  if (isDiskFull(error) || FULL.has(code)) return new BackupProblem('backup-disk-full', { dir });
  if (FORBIDDEN.has(code)) return new BackupProblem('backup-forbidden', { file: path || dir });
  return error;
}
