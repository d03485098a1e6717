import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogCase } from '../rules/log.ts';
import { openLogFile } from './log-file.ts';
import { readXes } from './read-xes.ts';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Uint8Array, size = 7) {
  const cases: LogCase[] = [];
  const doubts: string[] = [];
  for await (const part of readXes(inPieces(Buffer.from(text), size))) {
    if (part.case) cases.push(part.case);
    else doubts.push(`${part.doubt.line} ${part.doubt.code}${part.doubt.what ? ` ${part.doubt.what}` : ''}`);
  }
  return { cases, doubts };
}

const event = (name: string, at: string, more = '') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more}</event>\n`;
const trace = (name: string, ...events: string[]) =>
  `<trace><string key="concept:name" value="${name}"/>\n${events.join('')}</trace>\n`;
const log = (...inside: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016">\n${inside.join('')}</log>`;

test('cases with their events, in whatever pieces the file comes', async () => {
  const text = log(
    '<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>\n',
    '<global scope="event"><string key="concept:name" value="?"/></global>\n',
    '<trace><string key="concept:name" value="Hồ sơ Ặ"><string key="nested" value="not kept"/></string>',
    '<int key="fee" value="20000"/><float key="share" value="0.5"/><boolean key="online" value="true"/>',
    '<date key="due" value="2022-07-25T10:00:00.250Z"/><list key="l"><values><string key="a" value="b"/></values></list>',
    event(
      'Tiếp nhận &amp; kiểm tra',
      '2022-07-18T08:00:00.999+07:00',
      '<string key="org:resource" value="a1"/>',
    ),
    event(
      'Ký',
      '2022-07-19T03:00:00+02:00',
      '<string key="lifecycle:transition" value="complete"/><id key="x" value="1"/>',
    ),
    '</trace>',
  );
  for (const size of [1, 7, 64, 100_000]) {
    const { cases, doubts } = await read(text, size);
    expect(doubts).toEqual([]);
    expect(cases).toEqual([
      {
        caseId: 'Hồ sơ Ặ',
        attributes: { fee: 20000, share: 0.5, online: true, due: '2022-07-25T17:00:00+07:00' },
        events: [
          {
            ...{ at: '2022-07-18T08:00:00+07:00', activity: 'Tiếp nhận & kiểm tra', lifecycle: null },
            ...{ resource: 'a1', role: null, group: null, attributes: {} },
          },
          {
            ...{ at: '2022-07-19T08:00:00+07:00', activity: 'Ký', lifecycle: 'complete' },
            ...{ resource: null, role: null, group: null, attributes: { x: '1' } },
          },
        ],
      },
    ]);
  }
});

test('a prefix of the namespace, events without an order in time: as they stand', async () => {
  const text =
    '<x:log xmlns:x="http://www.xes-standard.org/"><x:trace><x:string key="concept:name" value="1"/></x:trace></x:log>';
  expect((await read(text)).cases).toEqual([{ caseId: '1', attributes: {}, events: [] }]);
});

test('what cannot be read is named by its line, and the rest is read', async () => {
  const { cases, doubts } = await read(
    log(
      event('lost', '2022-07-18T08:00:00+07:00'),
      '<trace>\n</trace>\n',
      trace('a', event('', '2022-07-18T08:00:00+07:00'), event('b', '2022-02-31T08:00:00+07:00')),
      trace('a'),
      trace(
        'c',
        '<event><string key="concept:name" value="d"/></event>\n',
        event('e', '2022-07-18T08:00:00+07:00', '<int key="n" value="many"/>'),
      ),
      trace('f', event('g', '2022-07-18T08:00:00+07:00', `<string key="long" value="${'x'.repeat(2001)}"/>`)),
    ),
  );
  expect(doubts).toEqual([
    '3 event-without-case',
    '4 case-without-name',
    '7 event-without-name',
    '8 bad-date time:timestamp: 2022-02-31T08:00:00+07:00',
    '11 case-twice a',
    '13 event-without-time d',
    '14 bad-number n: many',
    expect.stringMatching(/^17 text-too-long long: x{54}…$/),
  ]);
  expect(cases.map(({ caseId, events }) => [caseId, events.length])).toEqual([
    ['a', 0],
    ['c', 1],
    ['f', 1],
  ]);
});

test.each([
  [
    'an entity of its own',
    `<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]>${log()}`,
    '1 document-type',
  ],
  ['an entity that nobody knows', log(trace('&x;')), /^3 not-xml/],
  ['nested without end', log('<string key="a" value="b">'.repeat(100_000)), '3 too-deep'],
  ['one endless text', log(`<!-- ${'x'.repeat(5_000_000)} -->`), /too-long/],
  ['one endless value', log(trace('x'.repeat(5_000_000))), /too-long/],
  [
    'attributes without end',
    log(
      '<trace>',
      '<string key="a" value="b"/>'.repeat(501).replace(/"a"/g, () => `"a${Math.random()}"`),
    ),
    /too-many-attributes/,
  ],
  [
    'events without end',
    log(
      `<trace>${'<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2022-07-18T08:00:00Z"/></event>'.repeat(100_001)}</trace>`,
    ),
    /too-many-events/,
  ],
  [
    'one case that fills the memory',
    log(
      `<trace>${event('a', '2022-07-18T08:00:00Z', `<string key="b" value="${'x'.repeat(2000)}"/>`).repeat(17_000)}</trace>`,
    ),
    /too-long/,
  ],
  ['cut off', log(trace('a')).slice(0, -3), /not-xml/],
  ['something else', '<html><body/></html>', '1 no-log'],
  ['nothing', '', /not-xml/],
  ['another encoding', Buffer.from(log(trace('Ặ')), 'utf16le'), /encoding|not-xml/],
  ['another encoding, said so', '<?xml version="1.0" encoding="ISO-8859-1"?><log/>', /encoding ISO-8859-1/],
  [
    'broken letters',
    Buffer.concat([Buffer.from(log(trace('a')).slice(0, -6)), Buffer.from([0xff, 0xfe])]),
    /encoding/,
  ],
])('hostile: %s', async (_, text, doubt) => {
  const { doubts } = await read(text as string, 50_000);
  expect(doubts).toHaveLength(1);
  if (typeof doubt === 'string') expect(doubts[0]).toBe(doubt);
  else expect(doubts[0]).toMatch(doubt);
});

test('whatever a file holds, reading it ends with cases and doubts', async () => {
  const bits = fc.constantFrom(
    '<log>',
    '</log>',
    '<trace>',
    '</trace>',
    '<event>',
    '</event>',
    '<string key="concept:name" value="a"/>',
    '<date key="time:timestamp" value="2022-01-01T00:00:00Z"/>',
    '<',
    '&lt;',
    ']]>',
    '<![CDATA[',
    'x',
    '\u0000',
    '<?p?>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { maxLength: 40 }), async (parts) => {
      const { cases, doubts } = await read(parts.join(''));
      expect(cases.length + doubts.length).toBeGreaterThanOrEqual(parts.length === 0 ? 1 : 0);
    }),
    { numRuns: 300 },
  );
});

test('a packed file is unpacked; a packed file that is cut off is said to be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-xes-'));
  try {
    const packed = gzipSync(
      log(...Array.from({ length: 2000 }, (_, i) => trace(`c${i}`, event('a', '2022-07-18T08:00:00Z')))),
    );
    writeFileSync(join(folder, 'whole.xes.gz'), packed);
    writeFileSync(join(folder, 'cut.xes.gz'), packed.subarray(0, packed.length / 2));
    const count = async (name: string) => {
      const seen = { cases: 0, doubts: [] as string[] };
      for await (const part of readXes(await openLogFile(join(folder, name))))
        if (part.case) seen.cases += 1;
        else seen.doubts.push(part.doubt.code);
      return seen;
    };
    expect(await count('whole.xes.gz')).toEqual({ cases: 2000, doubts: [] });
    expect((await count('cut.xes.gz')).doubts).toEqual(['damaged']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
