import { Installation } from '../outside/installation.ts';
import { freePort } from '../outside/running.ts';
import type { TrialRun } from './trial.ts';

/** An installation in a temporary folder; it stays there to be looked at when something went wrong. */
export async function withInstallation(
  run: TrialRun,
  work: (installation: Installation) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
  folder?: string,
): Promise<void> {
  const installation = new Installation(await freePort(), env, folder);
  const before = run.problems();
  let failed = true;
  try {
    await work(installation);
    failed = run.problems() > before;
  } finally {
    if (failed) {
      await installation.stop();
      run.say(`kept to be looked at: ${installation.folder}`);
    } else await installation.remove();
  }
}

export function startDemo(installation: Installation): Promise<void> {
  return installation.start('--kind', 'demo', '--clock', '2022-07-25T08:00');
}
