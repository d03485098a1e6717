import { type Installation, newInstallation } from '../outside/installation.ts';
import { LeanClient } from './lean-client.ts';

/** Seconds from the command to the first page, of the built program. */
export interface Starts {
  /** Empty data folder, kind demo, without the half-year. */
  readonly cold: number;
  readonly second: number;
}

export async function secondsToFirstPage(
  installation: Installation,
  ...args: readonly string[]
): Promise<number> {
  const started = performance.now();
  await installation.start(...args);
  const answer = await new LeanClient(installation.address).get('/');
  if (answer.status !== 200) throw new Error(`the first page: ${answer.status}`);
  return (performance.now() - started) / 1000;
}

export async function measureStarts(): Promise<Starts> {
  const installation = await newInstallation();
  try {
    const cold = await secondsToFirstPage(installation, '--kind', 'demo', '--clock', '2022-07-25T08:00');
    await installation.stop();
    return { cold, second: await secondsToFirstPage(installation) };
  } finally {
    await installation.remove();
  }
}
