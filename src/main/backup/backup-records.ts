import type { Instant } from '#kernel/instant.ts';
import type { Database, Queries } from '#platform/db/database.ts';

/** One backup that was tried. */
export interface BackupRecord {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly scheduled: boolean;
  /** Folder that holds the backups. */
  readonly parent: string;
  /** Null when there is none in the end. */
  readonly name: string | null;
  readonly bytes: number | null;
  readonly files: number | null;
  /** Key and parameters of the sentence that says why. */
  readonly problem: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** As the owner: the programs may not write here. */
export async function insertBackup(owner: Database, id: string, record: BackupRecord): Promise<void> {
  await owner
    .insertInto('platform.backup')
    .values({
      id,
      started_at: record.startedAt,
      ended_at: record.endedAt,
      scheduled: record.scheduled,
      parent: record.parent,
      name: record.name,
      bytes: record.bytes === null ? null : String(record.bytes),
      files: record.files,
      checked: record.problem === null,
      problem: record.problem,
      problem_params: JSON.stringify(record.params),
    })
    .execute();
}

/** The latest ones, newest first. */
export async function listLatestBackups(q: Queries, limit: number): Promise<BackupRecord[]> {
  const rows = await selectRecords(q).orderBy('started_at', 'desc').limit(limit).execute();
  return rows.map(recordOf);
}

export async function findLastWhole(q: Queries): Promise<BackupRecord | undefined> {
  const row = await selectRecords(q)
    .where('problem', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The latest try, and the latest whole one, into one folder. */
export async function findLatestIn(q: Queries, parent: string) {
  const ofFolder = () => selectRecords(q).where('parent', '=', parent).orderBy('started_at', 'desc').limit(1);
  const [tried, whole] = await Promise.all([
    ofFolder().executeTakeFirst(),
    ofFolder().where('problem', 'is', null).executeTakeFirst(),
  ]);
  return { tried: tried && recordOf(tried), whole: whole && recordOf(whole) };
}

function selectRecords(q: Queries) {
  return q
    .selectFrom('platform.backup')
    .select([
      'started_at as startedAt',
      'ended_at as endedAt',
      'scheduled',
      'parent',
      'name',
      'bytes',
      'files',
      'problem',
      'problem_params as params',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number];

function recordOf({ bytes, params, ...row }: Row): BackupRecord {
  return {
    ...row,
    bytes: bytes === null ? null : Number(bytes),
    params: params as BackupRecord['params'],
  };
}
