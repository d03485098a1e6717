import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onePixel } from '#platform/files/testing.ts';
import {
  acceptDossier,
  commandForm,
  dossierPath,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
  numberOf,
} from '../outside/counter-client.ts';
import { Client, type Fields, filled, signedIn } from '../outside/http-client.ts';
import { type Installation, startedDemo } from '../outside/installation.ts';
import { eventually, runProgram, startProgram } from '../outside/running.ts';
import { backUp, expectNothingIn, expectRefused, type MadeBackup, namesIn } from './backup-folder.ts';

/** Each test runs the whole program several times, on a machine that may be busy. */
const LONG = { timeout: 300_000 };
let demo: Installation;
let clerk: Client;
let backups: string;
let made: MadeBackup;
let scanned: string;
const acceptedBefore: string[] = [];

beforeAll(async () => {
  demo = await startedDemo();
  backups = join(demo.folder, 'backups');
  clerk = await signedIn(demo.address, 'ngan.pham');
  scanned = await acceptWithScan();
  acceptedBefore.push(scanned, await decided());
});
afterAll(() => demo.remove());

async function acceptWithScan(): Promise<string> {
  const draft = await newDraft(clerk, HOUSEHOLD_BUSINESS);
  const file = { field: 'files.paper-1', name: 'tờ khai.png', bytes: onePixel };
  await clerk.upload(draft, { ...(await filledDraft(clerk, draft)), press: 'upload' }, [file]);
  const answer = await clerk.post(`${draft}/tiep-nhan`, await filledDraft(clerk, draft));
  return numberOf(answer.location);
}

/** One with a signed result, so that there are signatures and drawn papers to keep. */
async function decided(): Promise<string> {
  const [specialist, leader] = [
    await signedIn(demo.address, 'thu.nguyen'),
    await signedIn(demo.address, 'son.do'),
  ];
  const number = await acceptDossier(clerk);
  const give = async (who: Client, slug: string, typed: Fields = {}) => {
    const form = await commandForm(who, number, slug);
    expect((await who.post(form.action, filled(form, typed))).status, slug).toBe(303);
  };
  await give(clerk, 'chuyen');
  for (const slug of ['nhan', 'bat-dau', 'xong']) await give(specialist, slug);
  await give(leader, 'ky');
  return number;
}

const scanOf = async (client: Client, number: string) => {
  const { body } = await client.get(dossierPath(number));
  return client.get(new RegExp(`${dossierPath(number)}/tep/[0-9a-f-]{36}`).exec(body)?.[0] ?? '/khong-co');
};

/** Of the living database, in order; and what a series without gap would be. */
async function numbers(): Promise<{ kept: string[]; wanted: string[] }> {
  const rows = await demo.rows<{ number: string }>(
    'select number from dossiers.dossier where number is not null order by number',
  );
  const wanted = rows.map((_, index) => `000.00.11.H20-220725-${String(index + 1).padStart(4, '0')}`);
  return { kept: rows.map((row) => row.number), wanted };
}

test(
  'while three clerks accept dossiers a backup is made, checked and recorded; nobody waits for it',
  LONG,
  async () => {
    const clients = await Promise.all(
      ['khang.nguyen', 'ngoc.lam', 'phuong.do'].map((who) => signedIn(demo.address, who)),
    );
    let over = false;
    const accepted: string[] = [];
    const work = clients.map(async (client) => {
      while (!over) accepted.push(await acceptDossier(client));
    });
    await eventually(() => expect(accepted.length).toBeGreaterThan(3));
    acceptedBefore.push(...accepted);
    const begun = accepted.length;
    made = await backUp(demo.env, backups);
    expect(accepted.length, 'accepted while it ran').toBeGreaterThan(begun + 5);
    over = true;
    await Promise.all(work);
    expect(namesIn(backups)).toEqual([basename(made.folder), basename(made.keysFolder)]);
    const sums = spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], {
      cwd: made.folder,
      encoding: 'utf8',
    });
    expect([sums.status, sums.stdout]).toEqual([0, '']);
    const held = namesIn(join(made.folder, 'database'));
    for (const name of ['postmaster.pid', 'server.log', 'postgres.password'])
      expect(held).not.toContain(name);
    expect(namesIn(join(made.folder, 'database', 'pg_replslot'))).toEqual([]);
    expect(await demo.rows('select 1 from pg_replication_slots')).toEqual([]);
    const rows = await demo.rows('select checked, problem, name, files from platform.backup');
    expect(rows).toEqual([{ checked: true, problem: null, name: basename(made.folder), files: made.files }]);
  },
);

test('what cannot be backed up is said in one sentence and leaves nothing', LONG, async () => {
  const before = namesIn(backups);
  const refused = (args: readonly string[], sentence: string) =>
    expectRefused(demo.env, ['backup', ...args], sentence);
  await refused([], 'No backup is scheduled');
  await refused([join(demo.dataDir, 'inside')], 'lies inside the data folder');
  symlinkSync(demo.dataDir, join(demo.folder, 'link'));
  await refused([join(demo.folder, 'link', 'inside')], 'lies inside the data folder');
  expect(namesIn(demo.dataDir)).not.toContain('inside');
  await refused([join(demo.folder, 'no', 'such')], 'There is no folder');
  writeFileSync(join(demo.folder, 'file'), '');
  await refused([join(demo.folder, 'file')], 'There is no folder');
  await refused(['/sys/motcua'], 'Not allowed to read or write');
  // a limit on the size of files stands for the full disk: the log of PostgreSQL does not fit
  const limited = `trap '' XFSZ; ulimit -f 4000; exec node .build-test/cli.js backup '${backups}' --english`;
  const full = spawnSync('bash', ['-c', limited], { env: { ...process.env, ...demo.env }, encoding: 'utf8' });
  expect([full.status, full.stderr]).toEqual([1, expect.stringContaining('is full')]);
  expect(namesIn(backups)).toEqual(before);
  const tried = await demo.rows<{ problem: string }>(
    'select problem from platform.backup order by started_at, id',
  );
  expect(tried.map((row) => row.problem)).toContain('backup-disk-full');
});

test(
  'one at a time; one that is stopped leaves nothing, one that is killed nothing that looks whole',
  LONG,
  async () => {
    const before = namesIn(backups);
    const running = startProgram(['backup', backups], { env: demo.env });
    const partial = () => namesIn(backups).filter((name) => name.endsWith('.partial'));
    await eventually(() => expect(partial()).toHaveLength(2));
    await expectRefused(demo.env, ['backup', backups], 'Another backup is running');
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(1);
    expect(running.printed()).toContain('Stopped as asked');
    expect(namesIn(backups)).toEqual(before);
    const killed = startProgram(['backup', backups], { env: demo.env });
    await eventually(() => expect(partial()).toHaveLength(2));
    killed.process.kill('SIGKILL');
    await killed.ended;
    const [left = ''] = partial();
    const empty = { ...demo.env, DATA_DIR: join(demo.folder, 'empty') };
    await expectRefused(empty, ['restore', join(backups, left)], 'broken-off backup');
    const second = await eventually(() => backUp(demo.env, backups)); // the lock goes with the connection
    expect(partial()).toEqual([]);
    const whole = [made, second].flatMap((one) => [basename(one.folder), basename(one.keysFolder)]);
    expect(namesIn(backups)).toEqual(whole.sort());
  },
);

test('by the schedule the worker asks for one, and the oldest goes when it is whole', LONG, async () => {
  const scheduled = join(demo.folder, 'scheduled');
  mkdirSync(scheduled);
  const wish = { at: '00:00', dir: scheduled, keep: 1 };
  expect((await demo.command('setting', 'backup', JSON.stringify({ ...wish, keep: 0 }))).code).toBe(1);
  expect((await demo.command('setting', 'backup', JSON.stringify(wish))).code).toBe(0);
  const older = await backUp(demo.env);
  await demo.rows(
    `update platform.backup set started_at = started_at - interval '2 days' where parent = $1`,
    [scheduled],
  );
  await demo.rows(`select graphile_worker.add_job('back-up-daily')`);
  const statusNow = async () => {
    const { printed } = await demo.command('status', '--json');
    return JSON.parse(printed) as Record<string, unknown>;
  };
  await eventually(async () =>
    expect(await statusNow()).toMatchObject({
      backup: { lastWhole: { scheduled: true, parent: scheduled } },
      health: { backup: 'ok' },
    }),
  );
  await eventually(() => expect(namesIn(scheduled)).toHaveLength(2));
  expect(namesIn(scheduled)).not.toContain(basename(older.folder));
});

test(
  'the data are lost; a damaged backup is named and refused, and nothing is made of it',
  LONG,
  async () => {
    await expectRefused(demo.env, ['restore', made.folder], 'is not empty'); // never over a living one
    await demo.stop();
    renameSync(demo.dataDir, join(demo.folder, 'lost'));
    const damaged = join(demo.folder, 'damaged');
    cpSync(made.folder, damaged, { recursive: true });
    const refused = (sentence: string, from = damaged, keys = made.keysFolder) =>
      expectRefused(demo.env, ['restore', from, '--keys', keys], sentence);
    const version = join(damaged, 'database', 'PG_VERSION');
    writeFileSync(version, '19\n');
    await refused('damaged in the file database/PG_VERSION');
    rmSync(version);
    await refused('The file database/PG_VERSION is missing');
    truncateSync(join(damaged, 'SHA256SUMS'), 5000);
    await refused('damaged in the file SHA256SUMS');
    const manifest = readFileSync(join(damaged, 'manifest.json'), 'utf8');
    writeFileSync(join(damaged, 'manifest.json'), manifest.replace('"kind": "demo"', '"kind": "real"'));
    cpSync(join(made.folder, 'SHA256SUMS'), join(damaged, 'SHA256SUMS'));
    await refused('do not belong to the backup');
    await refused('damaged in the file manifest.json', cut(damaged, manifest));
    await refused('There is no backup in', demo.folder);
    await refused('keys of the backup are not in', made.folder, demo.folder);
    expectNothingIn(demo.dataDir);
  },
);

function cut(folder: string, manifest: string): string {
  writeFileSync(join(folder, 'manifest.json'), manifest.slice(0, 300));
  return folder;
}

test(
  'restored: verified, nobody signed in, numbers without gap, the scan opens, work goes on',
  LONG,
  async () => {
    const restored = await demo.command('restore', made.folder);
    expect([restored.code, restored.printed]).toEqual([0, expect.stringContaining('verified: whole')]);
    await expectRefused(demo.env, ['restore', made.folder], 'is not empty');
    await demo.start();
    expect(await demo.verify()).toMatchObject({ ok: true, files: { ok: true }, papers: { ok: true } });
    expect((await clerk.get('/lam-viec')).location).toContain('/dang-nhap');
    const { kept, wanted } = await numbers();
    expect(kept).toEqual(wanted);
    expect(kept).toEqual(expect.arrayContaining(acceptedBefore));
    clerk = await signedIn(demo.address, 'ngan.pham');
    expect(Buffer.from((await scanOf(clerk, scanned)).bytes).equals(onePixel)).toBe(true);
    const next = String(kept.length + 1).padStart(4, '0');
    expect(await acceptDossier(clerk)).toBe(`000.00.11.H20-220725-${next}`);
    expect(await demo.rows('select 1 from audit.entry where action = $1', ['main/restore'])).toHaveLength(1);
    expect((await new Client(demo.address).get('/suc-khoe')).status).toBe(200);
    await backUp(demo.env, backups); // and the next backup is made of it
  },
);

test('a restore that was killed: a start refuses, the next restore begins anew', LONG, async () => {
  const env = { ...demo.env, DATA_DIR: join(demo.folder, 'again') };
  const killed = startProgram(['restore', made.folder], { env });
  await eventually(() => expect(namesIn(join(env.DATA_DIR, 'restoring'))).toContain('keys'));
  killed.process.kill('SIGKILL');
  await killed.ended;
  await expectRefused(env, ['start'], 'was not finished; run ./motcua restore again');
  const again = await runProgram(['restore', made.folder], { env });
  expect([again.code, again.printed]).toEqual([0, expect.stringContaining('verified: whole')]);
  expect(namesIn(env.DATA_DIR)).toEqual(['files', 'keys', 'logs', 'postgres', 'postgres.password']);
});
