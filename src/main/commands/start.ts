import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Instant, instant } from '#kernel/instant.ts';
import { HALF_YEAR } from '#modules/half-year/index.ts';
import { createLog } from '#platform/log/log.ts';
import { StartRefusal } from '../config.ts';
import { environmentConfig } from '../environment.ts';
import { createPrinter } from '../print-start.ts';
import type { Say } from '../say.ts';
import { askKind } from '../start/ask-kind.ts';
import { DEMO_CLOCK } from '../start/half-year.ts';
import type { Kind } from '../start/installation.ts';
import { makeDataFolder } from '../start/server-postgres.ts';
import { Supervisor } from '../start/supervisor.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Command } from './command.ts';

const usage = `./motcua start [--demo [--size 500]] [--kind demo|real] [--clock 2022-07-25T08:00] [--open-demo] [--english]

Starts PostgreSQL, brings the data up to date and serves until Ctrl-C.
  --demo       a demo with the half-year of a district: 25,000 invented dossiers, until 2022-07-25 08:00
  --size       fewer dossiers than that, for a quick look
  --kind       kind of a new installation; asked at a terminal, else demo; stored, never changed
  --clock      legal time of a demo: on an empty data folder, later only forwards
  --open-demo  lets a demo listen beyond this machine
  --english    speaks English in the terminal
Environment: PORT, HOST, PUBLIC_URL, TRUST_PROXY, TLS_CERT, TLS_KEY, DATA_DIR, DATABASE_URL, APP_DATABASE_URL
(docs/operations/start.md).`;

interface Wanted {
  readonly kind: Kind | null;
  readonly clock: Instant | null;
  readonly openDemo: boolean;
  /** Dossiers of the half-year to invent. */
  readonly halfYear: number;
}

function readWishes(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean', default: false },
      size: { type: 'string' },
      kind: { type: 'string' },
      clock: { type: 'string' },
      'open-demo': { type: 'boolean', default: false },
    },
  });
  const kind = values.kind ?? (values.demo ? 'demo' : null);
  if (kind !== null && kind !== 'demo' && kind !== 'real')
    throw new StartRefusal('kind-wrong', { value: kind });
  const clock = values.clock === undefined ? null : readClock(values.clock);
  if (kind === 'real' && values.demo) throw new StartRefusal('demo-is-no-real');
  if (kind === 'real' && clock !== null) throw new StartRefusal('real-has-no-set-clock');
  if (values.demo && clock !== null && clock < DEMO_CLOCK) throw new StartRefusal('demo-lasts-longer');
  return { kind, clock, openDemo: values['open-demo'], halfYear: values.demo ? readSize(values.size) : 0 };
}

function readSize(text: string | undefined): number {
  if (text === undefined) return HALF_YEAR.size;
  const size = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (size === 0 || size > HALF_YEAR.size) throw new StartRefusal('no-such-size', { value: text });
  return size;
}

export function readClock(text: string): Instant {
  try {
    return instant(text);
  } catch {
    throw new StartRefusal('no-such-clock', { value: text });
  }
}

/** A signal while starting is obeyed at once by the making of a half-year, else as soon as everything stands. */
async function run(args: readonly string[], say: Say): Promise<number> {
  const wishes = readWishes(args);
  const config = environmentConfig(wishes.openDemo);
  const stop = stopSignal();
  const print = createPrinter(say);
  print.welcome();
  makeDataFolder(config);
  const log = createLog({ program: 'start', file: join(config.dataDir, 'logs', 'start.log') });
  const supervisor = new Supervisor(config, say, log);
  try {
    const settings = await supervisor.start({ ...wishes, stop, askKind: () => askKind(say) });
    await print.ready(settings, log);
  } catch (error) {
    if (!stop.aborted || error !== stop.reason) throw error;
    say.line('main.start.broken-off');
    return 0;
  }
  if (!stop.aborted) await once(stop, 'abort');
  say.line('main.start.stopping');
  await supervisor.stop();
  say.line('main.start.stopped');
  return 0;
}

export const start: Command = { usage, run };
