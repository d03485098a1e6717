import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { programOrigin } from '#modules/audit/index.ts';
import { describeDoubt, type OrganiseAnswer, organiseFromFile } from '#modules/identity/index.ts';
import { createWords } from '#platform/i18n/words.ts';
import { createLog } from '#platform/log/log.ts';
import { StartRefusal } from '../config.ts';
import { environmentConfig } from '../environment.ts';
import { identityDeps } from '../identity-deps.ts';
import { moduleWords } from '../module-words.ts';
import { openInstallation } from '../open-installation.ts';
import { givenPath } from '../root.ts';
import type { Say } from '../say.ts';
import { openSurroundings } from '../surroundings.ts';
import type { Command } from './command.ts';

const usage = `./motcua organise FILE [--load] [--json] [--english]

Checks an organisation's file against the running installation and says what it would change; --load loads it
and prints one-time links for new people. The file: docs/operations/organisation-file.md.
Exit code 1 when the file has errors.`;

async function run(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      load: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined) {
    say.plain(usage);
    return 2;
  }
  const text = await readFile(givenPath(file), 'utf8').catch(() => {
    throw new StartRefusal('file-unreadable', { file });
  });
  const { answer, publicUrl } = await organiseInstallation(text, !values.load || values['dry-run']);
  if (values.json) say.plain(JSON.stringify(answer, null, 2));
  else tell(answer, publicUrl, say);
  return answer.ok && !answer.doubts.some((doubt) => doubt.severity === 'error') ? 0 : 1;
}

/** As motcua_app, like any other change to the organisation. */
async function organiseInstallation(text: string, dryRun: boolean) {
  const installation = await openInstallation(environmentConfig());
  const log = createLog({ program: 'organise', level: 'silent' });
  const opened = await openSurroundings(installation.settings, log, 'command', 2);
  try {
    const { legalClock, machineClock, publicUrl } = opened.surroundings;
    const origin = programOrigin(legalClock.now(), machineClock.now());
    const answer = await organiseFromFile(identityDeps(opened.surroundings), text, { dryRun, origin });
    return { answer, publicUrl };
  } finally {
    await opened.close();
    await installation.close();
  }
}

function tell(answer: OrganiseAnswer, publicUrl: string, say: Say): void {
  if (!answer.ok) {
    say.line('main.organise.unreadable');
    for (const problem of answer.problems) say.plain(`  ${problem}`);
    return;
  }
  const t = createWords(moduleWords)(say.language);
  for (const doubt of answer.doubts) say.plain(`  ${describeDoubt(t, doubt)}`);
  say.line(outcomeOf(answer), answer.added);
  for (const link of answer.links)
    say.plain(`  ${link.account}  ${link.name}, ${link.office}: ${publicUrl}${link.path}`);
}

function outcomeOf({ loaded, doubts }: Extract<OrganiseAnswer, { ok: true }>): string {
  if (loaded) return 'main.organise.loaded';
  const wrong = doubts.some((doubt) => doubt.severity === 'error');
  return wrong ? 'main.organise.refused' : 'main.organise.would-load';
}

export const organise: Command = { usage, run };
