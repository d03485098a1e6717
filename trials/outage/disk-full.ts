import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AWAY_TITLE, DISK_FULL_TITLE, wrongWithAwayPage } from '../../outside/away-page.ts';
import { filledDraft, HOUSEHOLD_BUSINESS, newDraft, numberOf } from '../../outside/counter-client.ts';
import type { Answer } from '../../outside/http-client.ts';
import type { Installation } from '../../outside/installation.ts';
import type { TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import { Desk, keptOf, type Press, pressAgain, send } from './desk.ts';
import { pause, until } from './waiting.ts';

/** Enough for a start, which asks for 300 MB. */
const DISK_MB = 700;
const FULL_MS = { short: 10_000, long: 60_000 };
const BACK_MS = 90_000;

/** Everything of the installation lies on a small disk of its own, which somebody fills and clears. */
export async function tryDiskFull(run: TrialRun): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'motcua-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
  if (mounted.status !== 0) {
    rmdirSync(disk);
    return run.leftOut(
      `disk full: a small disk cannot be mounted here (needs root): ${mounted.stderr ?? mounted.error}`,
    );
  }
  try {
    chmodSync(disk, 0o755);
    const folder = join(disk, 'one');
    mkdirSync(folder);
    await withInstallation(run, (installation) => fill(run, installation, join(disk, 'filler')), {}, folder);
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmdirSync(disk);
  }
}

async function fill(run: TrialRun, installation: Installation, filler: string): Promise<void> {
  await startDemo(installation);
  const desk = await Desk.open(installation.address);
  await desk.decideOne();
  const drafts: Press[] = [];
  for (let at = 0; at < DRAFTS; at += 1) drafts.push(await desk.fillDraft());
  const scan = await newDraft(desk.clerk, HOUSEHOLD_BUSINESS);
  const fields = { ...(await filledDraft(desk.clerk, scan)), press: 'upload' };
  const upload = () =>
    desk.clerk.upload(scan, fields, [{ field: 'files.paper-1', name: 'tờ khai.jpg', bytes: largeScan() }]);
  takeAllRoom(filler);
  run.say('the disk is full');
  const wrong = wrongWithAwayPage(await upload(), [DISK_FULL_TITLE]);
  if (wrong) run.problem(`a scan on a full disk ${wrong}`);
  const waiting = await workMeanwhile(run, desk, drafts);
  rmSync(filler);
  run.say('there is room again');
  const back = await until(run, 'the first page after there is room', BACK_MS, async () => {
    return (await desk.clerk.get('/lam-viec')).status === 200;
  });
  run.figure('First page after there was room', back ?? 'never');
  for (const press of waiting) desk.told.push(await pressAgain(press, run.problem));
  const kept = await upload();
  if (kept.status >= 400) run.problem(`a scan after there was room was answered ${kept.status}`);
  await expectAll(run, installation, desk.told);
  if (!(await installation.verify()).ok) run.problem('verify after a full disk');
}

const DRAFTS = 12;

/** Reception goes on as long as there is room in what PostgreSQL holds; then it says so. Answers what is not done yet. */
async function workMeanwhile(run: TrialRun, desk: Desk, drafts: readonly Press[]): Promise<readonly Press[]> {
  const end = performance.now() + (run.long ? FULL_MS.long : FULL_MS.short);
  let waiting = [...drafts];
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  while (performance.now() < end) {
    const still: Press[] = [];
    for (const press of waiting) {
      const answer = await send(press);
      if (answer.status === 303) desk.told.push(numberOf(answer.location));
      else still.push(refused(run, press, answer));
      count(answer.status === 303 ? 'accepted' : 'refused');
    }
    waiting = still;
    const { status } = await desk.clerk.get('/lam-viec');
    count(`work list ${status}`);
    if (status >= 500 && status !== 503) run.problem(`the work list on a full disk was answered ${status}`);
    await pause(500);
  }
  run.figure('While the disk was full', [...seen].map(([what, times]) => `${what} ${times}`).join(', '));
  return waiting;
}

function refused(run: TrialRun, press: Press, answer: Answer): Press {
  const wrong = wrongWithAwayPage(answer, [AWAY_TITLE, DISK_FULL_TITLE]);
  if (wrong) run.problem(`${press.action} on a full disk ${wrong}`);
  return keptOf(press, answer, run.problem);
}

/** To the last byte: large pieces, then small ones. */
function takeAllRoom(file: string): void {
  const handle = openSync(file, 'w');
  for (const size of [2 ** 20, 4096, 1]) {
    const piece = Buffer.alloc(size, 1);
    try {
      for (;;) if (writeSync(handle, piece) < size) break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(handle);
}

const FRAME = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

function largeScan(): Uint8Array {
  return Uint8Array.from([...FRAME, ...Array.from({ length: 300_000 }, (_, at) => at % 251), 0xff, 0xd9]);
}

/** Whoever was told a number finds the dossier, and the series has no gap. */
async function expectAll(run: TrialRun, installation: Installation, told: readonly string[]): Promise<void> {
  const rows = await installation.rows<{ number: string }>(
    'select number from dossiers.dossier order by number',
  );
  const there = rows.map(({ number }) => number);
  const lost = told.filter((number) => !there.includes(number));
  if (lost.length > 0) run.problem(`told and not there: ${lost.join(', ')}`);
  const silent = there.filter((number) => !told.includes(number));
  if (silent.length > 0) run.problem(`there and not told: ${silent.join(', ')}`);
  const last = Number(there.at(-1)?.split('-').at(-1));
  if (last !== there.length) run.problem(`${there.length} dossiers, the last has number ${last}`);
}
