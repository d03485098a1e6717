import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openBareDatabase } from '../outside/bare-database.ts';
import type { Installation } from '../outside/installation.ts';
import { seeded } from '../outside/seeded.ts';
import { openPages } from './asked-pages.ts';
import type { DataSet } from './kept-data.ts';
import type { Recorded } from './recorded.ts';
import { loggedBy, logStatements } from './recording.ts';

/** A statement of a page with its plan, as PostgreSQL carried it out. */
export interface Plan {
  readonly text: string;
  readonly plan: string;
  readonly ms: number;
}

export type PlansOfPages = Readonly<Record<string, readonly Plan[]>>;

const MOST = 3;

/** Of each page the statements over dossiers that take longest; the program must not run. */
export async function keepPlans(set: DataSet, seed: number): Promise<PlansOfPages> {
  await set.serverAlone((database) => logStatements(database, true));
  const installation = await set.installation();
  await installation.start();
  try {
    const pages: Record<string, Plan[]> = {};
    for (const { name, ask } of await openPages(installation, seeded(seed))) {
      await ask();
      pages[name] = await plansOf(
        installation,
        await loggedBy(set.serverLog, async () => void (await ask())),
      );
    }
    return pages;
  } finally {
    await installation.stop();
    await set.serverAlone((database) => logStatements(database, false));
  }
}

async function plansOf(installation: Installation, asked: readonly Recorded[]): Promise<Plan[]> {
  const lists = asked.filter(
    ({ text }) => /^\s*(select|with)\b/i.test(text) && /"?(dossiers|reports)"?\./.test(text),
  );
  const client = new pg.Client({
    connectionString: openBareDatabase(installation.env).url(),
    options: '-c role=motcua_app -c TimeZone=Asia/Ho_Chi_Minh',
  });
  await client.connect();
  try {
    const plans: Plan[] = [];
    for (const { text, values } of lists) {
      const plan = await planOf(client, text, values);
      plans.push({ text, plan, ms: Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? 0) });
    }
    return plans.sort((a, b) => b.ms - a.ms).slice(0, MOST);
  } finally {
    await client.end();
  }
}

/** From its sixth use on PostgreSQL may keep one plan for all values: that is the one which people wait for. */
const USES = 6;

async function planOf(client: pg.Client, text: string, values: Recorded['values']): Promise<string> {
  const given = values.map((value) => (value === null ? 'null' : pg.escapeLiteral(value))).join(', ');
  const asked = `execute kept${given ? `(${given})` : ''}`;
  await client.query(`prepare kept as ${text}`);
  for (let use = 1; use < USES; use += 1) await client.query(asked);
  const explained = `explain (analyze, buffers, costs off, summary on) ${asked}`;
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(explained);
  await client.query('deallocate kept');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const BEGIN = (size: number) => `<!-- ${size} -->`;
const END = (size: number) => `<!-- /${size} -->`;

/** One page a file, one part a size; a part is replaced, the other stays. */
export function writePlans(folder: string, size: number, pages: PlansOfPages): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, plans] of Object.entries(pages)) {
    const file = join(folder, `${name.replace(/[^a-z0-9]+/g, '-')}.md`);
    const before = read(file) ?? `# Query plans: ${name}\n`;
    const parts = plans.map(
      ({ text, plan, ms }) => `\`\`\`sql\n${text.trim()}\n\`\`\`\n\n${ms} ms\n\n\`\`\`\n${plan}\n\`\`\`\n`,
    );
    const part = `${BEGIN(size)}\n\n## With ${size} dossiers\n\n${parts.join('\n')}\n${END(size)}`;
    const [head = '', rest] = before.split(BEGIN(size), 2);
    const tail = rest?.split(END(size), 2)[1];
    writeFileSync(file, tail === undefined ? `${before.trimEnd()}\n\n${part}\n` : `${head}${part}${tail}`);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
