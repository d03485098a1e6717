import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type ExportedCase, factKeys } from '../rules/exported.ts';
import type { LogCase } from '../rules/log.ts';
import { readXes } from './read-xes.ts';
import { about, exportedCases, given, rowsOfCsv, whole } from './testing-exported.ts';
import { writeCsv } from './write-csv.ts';
import { writeOcel } from './write-ocel.ts';
import { writeXes } from './write-xes.ts';

const schema = (name: string) => readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8');
const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isOcel = ajv.compile(JSON.parse(schema('ocel20.schema.json')));
const xsd = schema('xes.xsd');

const invalidXes = async (xml: string) => {
  const { errors } = await validateXML({ xml: [{ fileName: 'log.xes', contents: xml }], schema: [xsd] });
  return errors.map(({ message }) => message);
};
const xesOf = (cases: readonly ExportedCase[]) => whole(writeXes(about, given(cases)));
const ocelOf = async (cases: readonly ExportedCase[]) =>
  JSON.parse(await whole(writeOcel(about, () => given(cases))));

async function readBack(xml: string): Promise<LogCase[]> {
  const cases: LogCase[] = [];
  async function* bytes() {
    yield Buffer.from(xml);
  }
  for await (const part of readXes(bytes()))
    if (part.case) cases.push(part.case);
    else throw new Error(`${part.doubt.line} ${part.doubt.code}`);
  return cases;
}

/** What XML can say of a text. */
const sayable = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** What a reader of our XES must find. */
function asRead({ id, facts, events }: ExportedCase): LogCase {
  const known = factKeys.flatMap((key) => {
    const value = facts[key];
    return value === null
      ? []
      : [[`motcua:${key}`, typeof value === 'string' ? sayable(value) : value] as const];
  });
  return {
    caseId: id,
    attributes: Object.fromEntries(known),
    events: events.map(({ at, activity, transition, type, step, officer, role, office }) => ({
      ...{ at, activity: sayable(activity), lifecycle: transition, resource: officer, role, group: office },
      attributes: { 'motcua:event': type, ...(step === null ? {} : { 'motcua:step': step }) },
    })),
  };
}

test('XES is valid, whatever names say', async () => {
  await fc.assert(
    fc.asyncProperty(exportedCases, async (cases) => {
      expect(await invalidXes(await xesOf(cases))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('the schema finds what is wrong', async () => {
  const right = await xesOf([]);
  expect(
    await invalidXes(right.replace('</log>', '<trace><date key="d" value="today"/></trace></log>')),
  ).not.toEqual([]);
  expect(
    await invalidXes(right.replace('</log>', '<trace><string value="no key"/></trace></log>')),
  ).not.toEqual([]);
  expect(await invalidXes(right.replace('</log>', '<event/><trace/></log>'))).not.toEqual([]);
});

test('what was written as XES is read back: the same cases and events', async () => {
  await fc.assert(
    fc.asyncProperty(exportedCases, async (cases) => {
      expect(await readBack(await xesOf(cases))).toEqual(cases.map(asRead));
    }),
  );
});

test('OCEL 2.0 is valid, and every relation leads to an object that is there once', async () => {
  await fc.assert(
    fc.asyncProperty(exportedCases, async (cases) => {
      const log = await ocelOf(cases);
      expect(isOcel(log) ? [] : isOcel.errors).toEqual([]);
      const ids: string[] = log.objects.map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const named = [...log.events, ...log.objects].flatMap((one) => one.relationships);
      for (const { objectId } of named) expect(ids).toContain(objectId);
      const eventIds = log.events.map(({ id }: { id: string }) => id);
      expect(new Set(eventIds).size).toBe(cases.reduce((sum, { events }) => sum + events.length, 0));
      for (const [types, ones] of [
        [log.eventTypes, log.events],
        [log.objectTypes, log.objects],
      ]) {
        const declared = new Map<string, string[]>(
          types.map((type: { name: string; attributes: { name: string }[] }) => [
            type.name,
            type.attributes.map(({ name }) => name),
          ]),
        );
        for (const one of ones)
          expect(declared.get(one.type)).toEqual(
            expect.arrayContaining(one.attributes.map(({ name }: { name: string }) => name)),
          );
      }
    }),
  );
});

test('CSV: a row for each event, each with as many cells as the heading, no formula', async () => {
  await fc.assert(
    fc.asyncProperty(exportedCases, async (cases) => {
      const rows = rowsOfCsv(await whole(writeCsv(about, given(cases))));
      expect(rows.length).toBe(1 + cases.reduce((sum, { events }) => sum + events.length, 0));
      for (const row of rows) {
        expect(row.length).toBe(rows[0]?.length);
        for (const cell of row) expect(cell).not.toMatch(/^[=+@-]/);
      }
    }),
  );
});

test('nothing that is asked for pseudonyms only stands in the log with a number', async () => {
  const cases = fc.sample(exportedCases, 20).flat();
  const without = cases.map((one) => ({ ...one, facts: { ...one.facts, number: null } }));
  expect(await xesOf(without)).not.toContain('motcua:number');
  expect(
    (await ocelOf(without)).objects.flatMap(({ attributes }: { attributes: { name: string }[] }) =>
      attributes.map(({ name }) => name),
    ),
  ).not.toContain('number');
});
