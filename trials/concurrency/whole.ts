import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../outside/installation.ts';
import type { TrialRun } from '../trial.ts';

/** Each of these has to be 1, 2, 3 … */
const series: Readonly<Record<string, string>> = {
  'dossier numbers': `select split_part(number, '-', 3)::int as n from dossiers.dossier where number is not null`,
  receipts: `select split_part(receipt_number, '/', 1)::int as n from cash.movement where kind = 'taken'`,
  results: `select number as n from documents.register_entry where register = 'result'`,
  'numbers of the book': 'select number as n from certification.entry',
};

/** What must never be twice, whoever pressed. */
const twice: Readonly<Record<string, string>> = {
  'a payment taken twice without being given back': `select payment_id from cash.movement group by payment_id
     having count(*) filter (where kind = 'taken') - count(*) filter (where kind <> 'taken') > 1`,
  'a dossier decided twice without being taken back': `select dossier_id from dossiers.event group by dossier_id
     having count(*) filter (where type = 'decided') - count(*) filter (where type = 'taken-back') > 1`,
  'a dossier handed over twice': `select dossier_id from dossiers.event where type = 'handed-over'
     group by dossier_id having count(*) > 1`,
};

/** Whatever was pressed: numbers have no gap, nothing happened twice, `verify` is clean, the server saw no deadlock. */
export async function expectWhole(run: TrialRun, installation: Installation): Promise<void> {
  for (const [what, query] of Object.entries(series)) {
    const given = (await installation.rows<{ n: number }>(`${query} order by 1`)).map(({ n }) => n);
    const wrong = given.findIndex((number, index) => number !== index + 1);
    if (wrong >= 0) run.problem(`${what}: ${given[wrong]} stands where ${wrong + 1} is expected`);
    run.figure(`Series: ${what}`, given.length);
  }
  for (const [what, query] of Object.entries(twice)) {
    const found = await installation.rows(query);
    if (found.length > 0) run.problem(`${what}: ${found.length} times`);
  }
  const verified = await installation.command('verify', '--json');
  if (verified.code !== 0) run.problem(`verify: ${verified.printed}`);
  const server = readFileSync(join(installation.dataDir, 'postgres', 'server.log'), 'utf8');
  const bad = server
    .split('\n')
    .filter((line) => /deadlock|statement timeout|could not serialize/.test(line));
  for (const line of bad.slice(0, 5)) run.problem(`server.log: ${line}`);
  const web = readFileSync(join(installation.dataDir, 'logs', 'web.log'), 'utf8').split('\n');
  for (const line of web.filter((one) => /"level":[56]0/.test(one)).slice(0, 5))
    run.problem(`web.log: ${line.slice(0, 700)}`);
}
