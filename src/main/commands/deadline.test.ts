import { readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { deadlineCommand } from './deadline.ts';

async function run(input: string) {
  const output = new PassThrough();
  const printed = text(output);
  const code = await deadlineCommand(Readable.from([input]), output);
  output.end();
  const lines = (await printed).split('\n').filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const CASE = {
  id: 'x',
  received: '2022-07-18T15:20:00+07:00',
  limit: { value: 3, unit: 'ngay_lam_viec' },
  pauses: [],
};
const line = (more: object = {}) => `${JSON.stringify({ ...CASE, ...more })}\n`;

describe('./motcua deadline', () => {
  it('answers the example of the specification', async () => {
    const { code, lines } = await run(line());
    expect(code).toBe(0);
    expect(lines).toEqual([
      {
        id: 'x',
        due: '2022-07-21T17:00:00+07:00',
        certain: true,
        derivation: [
          { date: '2022-07-18', counts: false, why: 'day-0' },
          { date: '2022-07-19', counts: true, why: 'counted' },
          { date: '2022-07-20', counts: true, why: 'counted' },
          { date: '2022-07-21', counts: true, why: 'counted' },
        ],
      },
    ]);
  });

  it('answers all 600 cases in order', async () => {
    const source = readFileSync('src/kernel/working-time/deadline-cases.jsonl', 'utf8');
    const cases = source
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>);
    const { code, lines } = await run(source);
    expect(code).toBe(0);
    expect(lines.map(({ id, due, remaining }) => ({ id, due, remaining }))).toEqual(
      cases.map(({ id, due, remaining }) => ({ id, due, remaining })),
    );
  });

  it('goes on after a bad line and ends with 1', async () => {
    const { code, lines } = await run(
      `${line()}{ broken\n${line({ id: 'y', received: 'hôm qua' })}${line({ id: 'z' })}`,
    );
    expect(code).toBe(1);
    expect(lines.map((one) => [one['id'], typeof one['error']])).toEqual([
      ['x', 'undefined'],
      [null, 'string'],
      ['y', 'string'],
      ['z', 'undefined'],
    ]);
  });

  it.each([
    ['an impossible day', { received: '2022-02-31T08:00:00+07:00' }],
    ['a negative limit', { limit: { value: -1, unit: 'ngay' } }],
    ['a fraction', { limit: { value: 0.5, unit: 'ngay_lam_viec' } }],
    ['an unknown unit', { limit: { value: 1, unit: 'tuan' } }],
    ['a missing limit', { limit: undefined }],
    ['a limit that never ends', { limit: { value: 99_999_999, unit: 'thang' } }],
    ['hours turned round', { hours: [['17:00', '07:00']] }],
    ['a cut-off that is no time', { cutoff: '25:00' }],
    ['a pause without a start', { pauses: [{ to: null }] }],
  ])('refuses %s', async (_, more) => {
    const { code, lines } = await run(line(more));
    expect(code).toBe(1);
    expect(lines).toEqual([{ id: 'x', error: expect.any(String) }]);
  });

  it.each([
    { limit: null },
    { limit: { value: null, unit: null } },
    { limit: { value: null, unit: 'ngay' } },
  ])('has no due date for %j', async (more) => {
    const { code, lines } = await run(line(more));
    expect(code).toBe(0);
    expect(lines).toEqual([{ id: 'x', due: null, certain: true, derivation: [] }]);
  });

  it('keeps hours, cut-off, restart, and the remaining amount', async () => {
    const { lines } = await run(
      line({ restart: '2022-07-25T08:00:00+07:00' }) +
        line({ hours: [['08:00', '12:00']] }) +
        line({ limit: { value: 1, unit: 'trong_ngay' }, cutoff: '16:00' }) +
        line({ pauses: [{ from: '2022-07-19T08:00:00+07:00', to: null }] }),
    );
    expect(lines.map((one) => one['due'])).toEqual([
      '2022-07-28T17:00:00+07:00',
      '2022-07-22T12:00:00+07:00',
      '2022-07-18T17:00:00+07:00',
      null,
    ]);
    expect(lines[3]?.['remaining']).toEqual({ value: 3, unit: 'ngay_lam_viec' });
  });

  it('prints nothing for nothing', async () => {
    expect(await run('\n')).toEqual({ code: 0, lines: [] });
  });
});
