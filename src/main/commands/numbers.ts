import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { formatDossierNumber } from '#kernel/dossier-number.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { listLastNumbers, skipNumbers } from '#modules/dossiers/index.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import type { Surroundings } from '../application.ts';
import { environmentConfig } from '../environment.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua numbers [skip NUMBER] [--english]

Prints the last dossier number of the latest days. After a restore: skip NUMBER says that this number was given
before the loss; the series of its day goes on behind it, and the register says which numbers are lost. Dossiers
whose receipts are there are taken over instead, with their numbers: docs/operations/backup.md.`;

const SHOWN = 20;

async function run([what, number, ...more]: readonly string[], say: Say): Promise<number> {
  if ((what !== undefined && (what !== 'skip' || number === undefined)) || more.length > 0) {
    say.plain(usage);
    return 2;
  }
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'numbers', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    return number === undefined
      ? await list(opened.surroundings, say)
      : await skip(opened.surroundings, number, say);
  } finally {
    await opened.close();
    await installation.close();
  }
}

async function list({ db, legalClock }: Surroundings, say: Say): Promise<number> {
  const offices = await listOfficesInForce(db, dateOf(legalClock.now()));
  const rows = await listLastNumbers(db, SHOWN);
  for (const { agencyId, day, last } of rows) {
    const agency = offices.find((one) => one.id === agencyId);
    const agencyCode = agency ? (agency.agencyCode ?? agency.code) : 'X';
    const number = formatDossierNumber({ agencyCode, acceptedOn: day, sequence: last });
    say.line('main.numbers.last', { day: formatCivilDate(day), number });
  }
  if (rows.length === 0) say.line('main.numbers.none');
  return 0;
}

async function skip(
  { db, legalClock, machineClock }: Surroundings,
  number: string,
  say: Say,
): Promise<number> {
  const origin = programOrigin(legalClock.now(), machineClock.now());
  const skipped = await skipNumbers({ db, clock: legalClock }, origin, number);
  if (skipped.ok) say.line('main.numbers.skipped', skipped.value);
  else say.plain(textOfRefusal(createWords(moduleWords)(say.language), skipped.refusal));
  return skipped.ok ? 0 : 1;
}

export const numbers: Command = { usage, run };
