import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { createRandom } from '#platform/random/random.ts';
import { findLog, forgetLog, importLog, type LogCase, listLogs, readLogCases } from './index.ts';

const db = await testDatabase();
const deps = { db: db.app, random: createRandom() };
const origin = programOrigin(instant('2022-07-25T08:00'), instant('2026-01-05T08:00'));

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

const event = (name: string, at: string) =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`;
const trace = (name: string, ...events: string[]) =>
  `<trace><string key="concept:name" value="${name}"/><string key="channel" value="online"/>${events.join('')}</trace>`;
const logOf = (...traces: string[]) => `<log xes.version="1849.2016">${traces.join('')}</log>`;
const importOf = async (text: string, wish: { name: string; sha256: string; leaveOut?: boolean }) => {
  const answer = await importLog(deps, bytesOf(text), origin, { leaveOut: false, ...wish });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const casesOf = async (name: string) => {
  const cases: LogCase[] = [];
  for await (const one of readLogCases(db.app, name)) cases.push(one);
  return cases;
};

test('a log is read back in its order, also when it is long', async () => {
  const names = Array.from({ length: 1203 }, (_, i) => `c${1203 - i}`);
  const at = '2022-07-18T08:00:00+07:00';
  const text = logOf(...names.map((name) => trace(name, event('b', at), event('a', at))));
  const { log } = await importOf(text, { name: 'Hà Nội 2012', sha256: 'long' });
  expect(log).toMatchObject({ name: 'Hà Nội 2012', cases: 1203, events: 2406, firstAt: at, lastAt: at });
  const cases = await casesOf('Hà Nội 2012');
  expect(cases.map(({ caseId }) => caseId)).toEqual(names);
  expect(cases[7]).toEqual({
    caseId: 'c1196',
    attributes: { channel: 'online' },
    events: ['b', 'a'].map((activity) => ({
      ...{ at, activity, lifecycle: null, resource: null, role: null, group: null, attributes: {} },
    })),
  });
});

test('the same file again is said and changes nothing; another file of that name is refused', async () => {
  const text = logOf(trace('x', event('a', '2022-07-18T08:00:00Z')));
  await importOf(text, { name: 'twice', sha256: 's1' });
  expect(await importOf(text, { name: 'other', sha256: 's1' })).toMatchObject({
    alreadyThere: true,
    log: { name: 'twice', cases: 1 },
  });
  expect(await casesOf('twice')).toHaveLength(1);
  const taken = await importLog(deps, bytesOf(text), origin, {
    name: ' twice ',
    sha256: 's2',
    leaveOut: false,
  });
  expect(taken).toMatchObject({ refusal: { code: 'flow/log-name-taken' } });
  const unnamed = await importLog(deps, bytesOf(text), origin, { name: ' ', sha256: 's2', leaveOut: false });
  expect(unnamed).toMatchObject({ refusal: { code: 'flow/log-name' } });
});

test('nothing is stored of a file with something wrong, unless that is left out', async () => {
  const good = trace('good', event('a', '2022-07-18T08:00:00Z'));
  const text = logOf(good, trace('bad', event('a', 'yesterday'), event('b', '2022-07-18T08:00:00Z')));
  const refused = await importOf(text, { name: 'half', sha256: 'h' });
  expect(refused).toMatchObject({ log: null, doubtCount: 1, doubts: [{ line: 1, code: 'bad-date' }] });
  expect(await findLog(db.app, 'name', 'half')).toBeUndefined();
  expect(await casesOf('half')).toEqual([]);
  const left = await importOf(text, { name: 'half', sha256: 'h', leaveOut: true });
  expect(left).toMatchObject({ log: { cases: 2, events: 2 }, doubtCount: 1 });
  const cut = await importOf(text.slice(0, -9), { name: 'cut', sha256: 'c', leaveOut: true });
  expect(cut.log).toBeNull();
  const ofNoLog = await db.owner
    .selectFrom('flow.log_case as c')
    .leftJoin('flow.log as l', 'l.id', 'c.log_id')
    .where('l.id', 'is', null)
    .selectAll('c')
    .execute();
  expect(ofNoLog).toEqual([]);
});

test('a log is forgotten with its cases', async () => {
  await importOf(logOf(trace('x', event('a', '2022-07-18T08:00:00Z'))), { name: 'gone', sha256: 'g' });
  expect((await listLogs(db.app)).map(({ name }) => name)).toContain('gone');
  expect(await forgetLog(db.app, origin, 'gone')).toBe(true);
  expect(await forgetLog(db.app, origin, 'gone')).toBe(false);
  expect(await casesOf('gone')).toEqual([]);
});
