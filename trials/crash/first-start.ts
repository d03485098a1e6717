import type { Installation } from '../../outside/installation.ts';
import type { TrialRun } from '../trial.ts';
import { startDemo, withInstallation } from '../with-installation.ts';
import { arm, hasFired } from './points.ts';

/** A first start that is killed at each of these places: the next one goes on and makes the same installation. */
export function tryFirstStart(
  run: TrialRun,
  env: Readonly<Record<string, string>>,
  { armed, places }: { readonly armed: string; readonly places: readonly string[] },
): Promise<void> {
  const work = async (installation: Installation) => {
    for (const place of places) {
      arm(armed, place, { how: 'self', passings: 0 });
      await startDemo(installation).catch(() => {}); // it died
      await installation.running.ended;
      if (!hasFired(armed, place)) run.problem(`the first start never came by ${place}`);
    }
    await startDemo(installation);
    if (!(await installation.verify()).ok) run.problem('verify after a first start that was killed');
    await expectLoadedOnce(run, installation);
  };
  return withInstallation(run, work, env);
}

/** Another installation, which nobody disturbed, has as much. */
function expectLoadedOnce(run: TrialRun, disturbed: Installation): Promise<void> {
  return withInstallation(run, async (quiet) => {
    await startDemo(quiet);
    for (const table of tables)
      if ((await count(quiet, table)) !== (await count(disturbed, table)))
        run.problem(`${table}: another number of rows after a first start that was killed`);
  });
}

const tables = [
  'identity.person',
  'identity.post',
  'identity.account',
  'identity.office',
  'documents.template_version',
];

async function count(installation: Installation, table: string): Promise<number> {
  const [row] = await installation.rows<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? -1;
}
