import { createFirstAdministrator, type DemoSignIn, listDemoSignIns } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { SignIns, Surroundings } from './application.ts';
import { identityDeps } from './identity-deps.ts';

const ADMINISTRATOR = 'Quản trị hệ thống';

/** Who may sign in, printed by a start: people of a demo, or the one-time link of the first administrator. */
export async function listSignIns(surroundings: Surroundings): Promise<SignIns> {
  const { db, kind, legalClock, machineClock } = surroundings;
  const deps = identityDeps(surroundings);
  const machineNow = machineClock.now();
  if (kind === 'demo') {
    const all = await listDemoSignIns(deps, { legalNow: legalClock.now(), machineNow });
    return { demo: oneOfEachRole(all).map(lineOf), administratorLink: null };
  }
  const made = await inTransaction(db, (tx) =>
    createFirstAdministrator(tx, deps, { name: ADMINISTRATOR, machineNow }),
  );
  return { demo: [], administratorLink: made.ok ? made.value.path : null };
}

/** Enough to walk the whole road at the first agency; the sign-in page of a demo lists everybody. */
function oneOfEachRole(all: readonly DemoSignIn[]): DemoSignIn[] {
  const seen = new Set<string>();
  const agency = all[0]?.agencyName;
  return all.filter((one) => {
    const first = one.agencyName === agency && !seen.has(one.role);
    if (first) seen.add(one.role);
    return first;
  });
}

function lineOf({ account, password, title, name, officeName, code }: DemoSignIn): string {
  const shown = `${account.padEnd(16)} ${password}${code === null ? '' : `  mã ${code}`}`;
  return `${shown}  ${name}, ${title}, ${officeName}`;
}
