import fc from 'fast-check';
import { instantOfMs } from '#kernel/instant.ts';
import type { ExportedAbout, ExportedCase, ExportedEvent } from '../rules/exported.ts';

const moment = fc
  .integer({ min: Date.UTC(2018, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
  .map((seconds) => instantOfMs(seconds * 1000));
/** Whatever a catalogue may be given. */
const hostile = fc.constantFrom(
  '<>&"\'',
  'Cấp “Giấy” Ặ Ở ữ',
  '=1+1',
  'a,b;"c"',
  'tab\tline\nend\r',
  '\u0000\u0007\uFFFE',
  ']]>',
);
const text = fc.oneof(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), hostile);
const code = fc.stringMatching(/^[a-z0-9.-]{1,12}$/);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const exportedEvent: fc.Arbitrary<ExportedEvent> = fc.record({
  ...{ seq: fc.integer({ min: 1, max: 99 }), at: moment, activity: text.map((name) => `a${name}`) },
  ...{
    transition: fc.constantFrom('start', 'assign', 'reassign', 'complete'),
    type: code,
    step: orNull(code),
  },
  ...{ officer: orNull(code), role: orNull(code), office: orNull(code) },
  papers: fc.array(code, { maxLength: 3 }),
});

const facts = fc.record({
  ...{ number: orNull(code), procedure: code, field: text, case: orNull(text), channel: code },
  ...{ assisted: fc.boolean(), agency: orNull(code), intake: orNull(code), received: moment },
  ...{ firstDue: orNull(moment), due: orNull(moment), ended: orNull(moment), returned: orNull(moment) },
  ...{ state: code, outcome: orNull(code), class: orNull(code) },
});

/** Cases as an export has them: each id once, the events numbered, each paper of one dossier. */
export const exportedCases: fc.Arbitrary<ExportedCase[]> = fc
  .array(fc.record({ procedureName: text, facts, events: fc.array(exportedEvent, { maxLength: 6 }) }), {
    maxLength: 5,
  })
  .map((cases) =>
    cases.map((one, index) => ({
      ...one,
      id: `c${index}`,
      events: one.events.map((event, place) => ({
        ...event,
        seq: place + 1,
        papers: event.papers.map((paper) => `${index}-${paper}`),
      })),
    })),
  );

export const about: ExportedAbout = {
  from: '2022-01-01',
  to: '2022-07-25',
  at: instantOfMs(1_658_700_000_000),
};

export async function* given<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** RFC 4180. */
export function rowsOfCsv(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
