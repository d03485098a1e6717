import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '../../outside/installation.ts';
import type { Memory } from './memory.ts';

type Tell = (problem: string) => void;

/** What lies in the database against what the clients were told: nothing lost, half-made or doubled. */
export async function compare(installation: Installation, memory: Memory, tell: Tell): Promise<void> {
  await compareHistories(installation, memory, tell);
  await compareMoney(installation, memory, tell);
  await compareBooks(installation, memory, tell);
  await compareResults(installation, memory, tell);
  await compareScans(installation, memory, tell);
  await comparePresses(installation, memory, tell);
  expectQuietLogs(installation, tell);
}

async function compareHistories(installation: Installation, { done }: Memory, tell: Tell): Promise<void> {
  const kept = await installation.rows<{ number: string; events: string[] }>(
    `select number, array_agg(event.type order by seq) as events
       from dossiers.dossier join dossiers.event on dossier_id = id group by number`,
  );
  const there = new Map(kept.map(({ number, events }) => [number, events]));
  for (const [number, events] of done) {
    const written = there.get(number);
    if (!written) tell(`${number} was accepted and is not there`);
    else if (written.join() !== events.join())
      tell(`${number}: acknowledged ${events.join(', ')}; in the history ${written.join(', ')}`);
  }
  for (const number of there.keys()) if (!done.has(number)) tell(`${number} is there and nobody was told`);
  expectSeries(
    'dossier numbers',
    [...there.keys()].map((number) => Number(number.split('-').at(-1))),
    tell,
  );
}

/** From 1, without gap, nothing twice. */
function expectSeries(what: string, given: readonly number[], tell: Tell): void {
  const sorted = [...given].sort((a, b) => a - b);
  const wrong = sorted.findIndex((number, index) => number !== index + 1);
  if (wrong >= 0) tell(`${what}: ${sorted[wrong]} stands where ${wrong + 1} is expected`);
}

async function compareMoney(
  installation: Installation,
  { fees, documents }: Memory,
  tell: Tell,
): Promise<void> {
  const moved = await installation.rows<{ number: string; amount: string; receipt: string; state: string }>(
    `select p.dossier_number as number, m.amount, m.receipt_number as receipt, p.state
       from cash.movement m join cash.payment p on p.id = m.payment_id order by m.ordinal`,
  );
  const times = new Map<string, number>();
  for (const { number, amount, state } of moved) {
    times.set(number, (times.get(number) ?? 0) + 1);
    const wanted = fees.get(number);
    if (wanted !== undefined && Number(amount) !== wanted) tell(`${number}: ${amount} taken, ${wanted} paid`);
    if (state !== 'paid') tell(`${number}: taken, and the payment is ${state}`);
    if (wanted === undefined && !documents.has(number)) tell(`${number}: taken, and nobody paid`);
  }
  for (const number of [...fees.keys(), ...documents.keys()])
    if (times.get(number) !== 1) tell(`${number}: the fee was taken ${times.get(number) ?? 0} times`);
  expectSeries(
    'receipt numbers',
    moved.map(({ receipt }) => Number(receipt.split('/')[0])),
    tell,
  );
}

async function compareBooks(installation: Installation, { documents }: Memory, tell: Tell): Promise<void> {
  const entries = await installation.rows<{ number: number; dossier: string }>(
    'select number, dossier_number as dossier from certification.entry',
  );
  const counted = new Map<string, number>();
  for (const { dossier } of entries) counted.set(dossier, (counted.get(dossier) ?? 0) + 1);
  for (const [dossier, wanted] of documents)
    if (counted.get(dossier) !== wanted)
      tell(`${dossier}: ${counted.get(dossier) ?? 0} entries in the book, ${wanted} documents`);
  for (const dossier of counted.keys())
    if (!documents.has(dossier)) tell(`${dossier} is in the book, nobody was told`);
  expectSeries(
    'numbers of the book',
    entries.map(({ number }) => number),
    tell,
  );
}

async function compareResults(installation: Installation, { done }: Memory, tell: Tell): Promise<void> {
  const decided = [...done.values()].filter((events) => events.includes('decided')).length;
  const given = await installation.rows<{ number: number }>(
    `select number from documents.register_entry where register = 'result'`,
  );
  if (given.length !== decided) tell(`${given.length} results in the register, ${decided} decided`);
  expectSeries(
    'numbers of results',
    given.map(({ number }) => number),
    tell,
  );
  const papers = await installation.rows<{ signed: number; drawn: number }>(
    `select count(*)::int as signed, count(p.signed_pdf_sha256)::int as drawn
       from documents.signature s join documents.paper p on p.id = s.paper_id`,
  );
  if (papers[0]?.signed !== decided || papers[0].drawn !== decided)
    tell(`${decided} decided, ${papers[0]?.signed} signed, ${papers[0]?.drawn} drawn as PDF`);
}

async function compareScans(installation: Installation, { scans }: Memory, tell: Tell): Promise<void> {
  const files = await installation.rows<{ sha256: string; times: number }>(
    `select sha256, count(*)::int as times from documents.stored_file where erased_at is null group by sha256`,
  );
  const there = new Map(files.map(({ sha256, times }) => [sha256, times]));
  for (const [number, sha256] of scans)
    if (there.get(sha256) !== 1) tell(`${number}: its scan is kept ${there.get(sha256) ?? 0} times`);
}

/** Each acknowledged press is noted once, and once in the log of who did what. */
async function comparePresses(installation: Installation, memory: Memory, tell: Tell): Promise<void> {
  const [row] = await installation.rows<{ noted: number; logged: number }>(
    `select (select count(*) from dossiers.done_command)::int as noted,
            (select count(*) from audit.entry where action like 'dossiers/%' and result = 'allowed'
                and action = any($1))::int as logged`,
    [
      ['accept', 'forward', 'confirm-receipt', 'start-step', 'finish-step', 'decide', 'hand-over'].map(
        (one) => `dossiers/${one}`,
      ),
    ],
  );
  if (row?.noted !== memory.count) tell(`${memory.count} acknowledged, ${row?.noted} presses noted`);
  if (row?.logged !== memory.count) tell(`${memory.count} acknowledged, ${row?.logged} in the log`);
}

/** What dies is expected to be told; a request or a job that fails by itself is not. */
function expectQuietLogs(installation: Installation, tell: Tell): void {
  for (const program of ['web', 'worker']) {
    const lines = readFileSync(join(installation.dataDir, 'logs', `${program}.log`), 'utf8').split('\n');
    const bad = lines.filter((line) => /"msg":"(a request failed|a bug ended the program)"/.test(line));
    for (const line of bad.slice(0, 5)) tell(`${program}.log: ${line.slice(0, 600)}`);
    if (bad.length > 5) tell(`${program}.log: ${bad.length} such lines`);
  }
}
