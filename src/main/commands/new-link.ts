import { programOrigin } from '#modules/audit/index.ts';
import { giveNewLink } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { environmentConfig } from '../environment.ts';
import { identityDeps } from '../identity-deps.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua new-link ACCOUNT [--english]

For who forgot the password, lost the telephone or was disabled: ends the old password, second factor and
sessions of the account and prints a new one-time link.`;

async function run([name]: readonly string[], say: Say): Promise<number> {
  if (name === undefined || name.startsWith('-')) {
    say.plain(usage);
    return 2;
  }
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'new-link', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { db, legalClock, machineClock, publicUrl } = opened.surroundings;
    const origin = programOrigin(legalClock.now(), machineClock.now());
    const deps = identityDeps(opened.surroundings);
    const link = await inTransaction(db, (tx) => giveNewLink(tx, deps, name, origin));
    const t = createWords(moduleWords)(say.language);
    say.plain(link.ok ? `${publicUrl}${link.value}` : textOfRefusal(t, link.refusal));
    return link.ok ? 0 : 1;
  } finally {
    await opened.close();
    await installation.close();
  }
}

export const newLink: Command = { usage, run };
