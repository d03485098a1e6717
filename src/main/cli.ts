import { BackupProblem } from '#platform/backup/problem.ts';
import { KeyFileProblem } from '#platform/crypto/key-files.ts';
import type { Command } from './commands/command.ts';
import { StartRefusal } from './config.ts';
import { createSay, type Say, terminalLanguage } from './say.ts';

/** Loaded only when it is run: a command needs not wait for the parts of the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  status: async () => (await import('./commands/status.ts')).status,
  deadline: async () => (await import('./commands/deadline-usage.ts')).deadline,
  organise: async () => (await import('./commands/organise.ts')).organise,
  import: async () => (await import('./commands/import.ts')).importAny,
  export: async () => (await import('./commands/export.ts')).exportAny,
  numbers: async () => (await import('./commands/numbers.ts')).numbers,
  setting: async () => (await import('./commands/setting.ts')).setting,
  'new-link': async () => (await import('./commands/new-link.ts')).newLink,
  report: async () => (await import('./commands/report.ts')).report,
  risk: async () => (await import('./commands/risk.ts')).risk,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  demo: async () => (await import('./commands/demo.ts')).demo,
  'access-table': async () => (await import('./commands/access-table.ts')).accessTable,
};

function help(say: Say): number {
  say.line('main.help.title');
  say.line('main.help.usage');
  say.plain('');
  for (const name of [...Object.keys(commands), 'test', 'help'])
    say.plain(`  ${name.padEnd(14)}${say.t(`main.command.${name}`)}`);
  say.plain('');
  say.line('main.help.more');
  return 0;
}

async function main(all: readonly string[]): Promise<number> {
  const args = all.filter((arg) => arg !== '--english');
  const say = createSay(terminalLanguage(args.length < all.length, process.env));
  const complaints = createSay(say.language, (text) => process.stderr.write(text));
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) return help(say);
  const load = commands[name];
  if (!load) {
    complaints.line('main.stop.unknown-command', { name });
    return 2;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    say.plain(command.usage);
    return 0;
  }
  try {
    return await command.run(rest, say);
  } catch (error) {
    return complain(error, name, complaints);
  }
}

/** One clear sentence for what a person can put right; a bug shows itself. */
function complain(error: unknown, command: string, say: Say): number {
  if (error instanceof StartRefusal || error instanceof BackupProblem) {
    say.line(`main.stop.${error.key}`, error.params);
    return 1;
  }
  if (error instanceof KeyFileProblem) {
    say.line(`main.stop.key-${error.problem}`, { file: error.file });
    return 1;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_PARSE_ARGS')) {
    say.line('main.stop.bad-arguments', { reason: message, command });
    return 2;
  }
  console.error(error);
  return 70;
}

// whoever read what is said may leave (`| head`): nobody hears the rest, the work goes on and ends in order
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
const code = await main(process.argv.slice(2));
// a pipe takes what was printed when it can: what is long must not be cut
for (const stream of [process.stdout, process.stderr])
  await new Promise<void>((written) => stream.write('', () => written()));
process.exit(code);
