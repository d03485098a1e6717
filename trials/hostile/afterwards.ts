import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { unescapeHtml } from '../../outside/html-forms.ts';
import { type Client, DEMO_PASSWORD } from '../../outside/http-client.ts';
import type { Installation } from '../../outside/installation.ts';
import type { TrialRun } from '../trial.ts';
import { hostileFiles } from './files.ts';
import { hostileStrings } from './strings.ts';

/** Groups that a log may rightly hold: numbers of dossiers, words of the program. */
const notTelling = ['ids', 'names', 'blanks', 'controls', 'numbers'];
const SHORTEST = 10;

/** Nothing that somebody typed, and no failure, stands in any log. */
export function expectSilentLogs(
  run: TrialRun,
  installation: Installation,
  personal: readonly string[],
): void {
  const typed = hostileStrings
    .filter(({ text }) => text !== DEMO_PASSWORD) // a demo says it to everybody
    .filter(({ group, text }) => !notTelling.includes(group) && text.length >= SHORTEST)
    .map(({ text }) => text.toWellFormed());
  const names = hostileFiles.map(({ name }) => name).filter((name) => name.length >= SHORTEST);
  for (const [name, content] of logsOf(installation)) {
    for (const text of [...typed, ...names, ...personal, 'alert(7)'])
      for (const form of new Set([text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)]))
        if (content.includes(form)) {
          run.problem(`${name} holds what somebody typed: ${JSON.stringify(text.slice(0, 80))}`);
          break;
        }
    const failures = content.split('\n').filter((line) => /"level":[56]0/.test(line));
    for (const line of failures.slice(0, 5)) run.problem(`${name}: ${line.slice(0, 700)}`);
  }
}

function logsOf({ dataDir, running }: Installation): (readonly [string, string])[] {
  const folder = join(dataDir, 'logs');
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const server = readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');
  return [...files, ['server.log', server], ['what start printed', running.printed()]];
}

/** The tables that these pages offer hold texts and no formulas. */
export async function expectNoFormulas(
  run: TrialRun,
  client: Client,
  pages: readonly string[],
): Promise<void> {
  for (const page of pages) {
    const href = /href="([^"]+\.xlsx[^"]*)"/.exec((await client.get(page)).body)?.[1];
    if (href === undefined) {
      run.problem(`${page} offers no table`);
      continue;
    }
    const { status, bytes } = await client.get(unescapeHtml(href));
    if (status !== 200) run.problem(`${href} was answered ${status}`);
    else if (/<f[ >]/.test(textsOfZip(bytes))) run.problem(`${href} has a formula`);
  }
}

function textsOfZip(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes);
  const texts: string[] = [];
  for (
    let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 1, 'latin1')
  ) {
    const [packed, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + packed);
    texts.push((zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString('utf8'));
  }
  return texts.join('\n');
}
