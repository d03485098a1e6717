import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isInstant } from '#kernel/instant.ts';
import type { Copied } from './copied.ts';
import { writeDurably } from './durable-copy.ts';
import { BackupProblem } from './problem.ts';
import { parseSums, type SumLine, staysInside, sumsText } from './sums.ts';
import { sequenceFacts, tableFacts } from './table-facts.ts';

const FORMAT = 1;
const MANIFEST = 'manifest.json';
const SUMS = 'SHA256SUMS';
const moment = z.string().refine(isInstant);

const database = z.discriminatedUnion('form', [
  /** A copy of the data folder: opened by the same major version only. */
  z.object({ form: z.literal('folder'), major: z.string() }),
  /** Rows of every table: any server. `queue`: the structure of the queue's tables. */
  z.object({
    form: z.literal('tables'),
    queue: z.number(),
    tables: z.array(tableFacts),
    sequences: z.array(sequenceFacts),
  }),
]);

const manifest = z.object({
  format: z.literal(FORMAT),
  name: z.string(),
  /** Machine time: everything committed before it is in the backup. */
  startedAt: moment,
  legalTime: moment,
  version: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  kind: z.enum(['demo', 'real']),
  installation: z.string(),
  database,
  folders: z.array(z.string().refine(staysInside)),
  files: z.number(),
  bytes: z.number(),
  /** SHA-256 of the list of sums: who has the one has all. */
  sums: z.string(),
});
export type Manifest = z.infer<typeof manifest>;
export type BackupFacts = Omit<Manifest, 'format' | 'folders' | 'files' | 'bytes' | 'sums'>;

/** A backup as it lies in its folder. */
export interface Backup {
  readonly folder: string;
  readonly keysFolder: string;
  readonly manifest: Manifest;
  readonly sums: readonly SumLine[];
  readonly keySums: readonly SumLine[];
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Writes the list of sums and the manifest over it; answers the SHA-256 of the manifest. */
export async function writeManifest(
  folder: string,
  facts: BackupFacts,
  copied: readonly Copied[],
): Promise<string> {
  const lines = copied.flatMap(({ sums }) => sums);
  const text = sumsText(lines);
  await writeDurably(join(folder, SUMS), text);
  const whole: Manifest = {
    format: FORMAT,
    ...facts,
    folders: copied.flatMap(({ folders }) => folders),
    files: lines.length,
    bytes: copied.reduce((sum, { bytes }) => sum + bytes, 0),
    sums: digest(text),
  };
  return (await writeDurably(join(folder, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`)).sha256;
}

/** The keys say which backup they belong to: apart from it they also tell whether it was altered. */
export async function writeKeySums(folder: string, copied: Copied, manifestSha256: string): Promise<void> {
  await writeDurably(join(folder, SUMS), sumsText(copied.sums));
  await writeDurably(join(folder, 'manifest.sha256'), `${manifestSha256}\n`);
}

/** Reads a backup; refuses what is none, a damaged manifest, and keys of another backup. */
export async function readBackup(folder: string, keysFolder: string): Promise<Backup> {
  const text = await readText(folder, MANIFEST, () => new BackupProblem('no-backup', { dir: folder }));
  const parsed = manifest.safeParse(readJson(text));
  if (!parsed.success) throw damaged(MANIFEST);
  const sums = await readText(folder, SUMS, () => damaged(SUMS));
  const lines = parseSums(sums);
  if (digest(sums) !== parsed.data.sums || !lines) throw damaged(SUMS);
  const noKeys = () => new BackupProblem('backup-keys-missing', { dir: keysFolder });
  const belongsTo = (await readText(keysFolder, 'manifest.sha256', noKeys)).trim();
  if (belongsTo !== digest(text))
    throw new BackupProblem('backup-keys-other', { dir: folder, keys: keysFolder });
  const keySums = parseSums(await readText(keysFolder, SUMS, noKeys));
  if (!keySums) throw damaged(join(basename(keysFolder), SUMS));
  return { folder, keysFolder, manifest: parsed.data, sums: lines, keySums };
}

const damaged = (file: string) => new BackupProblem('backup-damaged', { file });

async function readText(folder: string, name: string, missing: () => BackupProblem): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing();
    throw error;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
