import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunFacts } from '../outside/run-facts.ts';

export interface TrialResult extends RunFacts {
  readonly trial: string;
  readonly form: 'short' | 'long';
  readonly seed: number;
  readonly seconds: number;
  readonly ok: boolean;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly problems: readonly string[];
  readonly leftOut: readonly string[];
}

const root = join(import.meta.dirname, '..');

/** Beside the sources and not part of them; answers where. */
export function keepResult(result: TrialResult): string {
  const folder = join(root, 'data-trials');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${result.trial}-${result.form}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

const BEGIN = (form: string) => `<!-- ${form} -->`;
const END = (form: string) => `<!-- /${form} -->`;

/** Puts the result into the page of its trial, between its marks; what people wrote around it stays. */
export function writeResult(result: TrialResult): string {
  const file = join(root, 'docs', 'trials', `${result.trial}.md`);
  const { form } = result;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# The trial \`${result.trial}\`\n`;
  const block = `${BEGIN(form)}\n\n${tableOf(result)}\n${END(form)}`;
  const [head, rest] = before.split(BEGIN(form), 2);
  const tail = rest?.split(END(form), 2)[1];
  mkdirSync(join(root, 'docs', 'trials'), { recursive: true });
  writeFileSync(file, tail === undefined ? `${before.trimEnd()}\n\n${block}\n` : `${head}${block}${tail}`);
  return file;
}

function tableOf(result: TrialResult): string {
  const { machine, form, seed, seconds, commit, changed, startedAt } = result;
  const rows = [
    ['Outcome', result.ok ? 'passed' : `**${result.problems.length} problems**`],
    ['Command', `\`./motcua trial ${result.trial}${form === 'long' ? ' --long' : ''} --seed ${seed}\``],
    ['Commit', `${commit}${changed ? ' with changes' : ''}`],
    [
      'Machine',
      `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}`,
    ],
    ['Begun, lasted', `${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${clockOf(seconds)}`],
    ...Object.entries(result.figures).map(([name, value]) => [name, String(value)]),
  ];
  const lines = rows.map(([name, value]) => `| ${name} | ${value} |`);
  const lists = [...listOf('Problems', result.problems), ...listOf('Left out', result.leftOut)];
  return [`| ${form} form | |`, '|---|---|', ...lines, '', ...lists].join('\n');
}

function listOf(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, '', ...lines.map((line) => `- ${line}`), ''];
}

export function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
