import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, textOf } from '../outside/http-client.ts';
import { type Installation, newInstallation } from '../outside/installation.ts';
import { startProgram } from '../outside/running.ts';

let demo: Installation;
beforeAll(async () => {
  demo = await newInstallation();
});
afterAll(() => demo.remove());

test('a demo with a half-year: stopped or killed in the middle it has nothing, begun again it has everything', {
  timeout: 240_000,
}, async () => {
  const stopped = startProgram(['start', '--demo', '--size', '3000'], { env: demo.env });
  await stopped.until('Making the district');
  stopped.process.kill('SIGINT');
  expect(await stopped.ended).toBe(0);
  expect(stopped.printed()).toContain('nothing of the half-year is there');
  expect(stopped.printed()).not.toContain('2500/3000');
  const broken = startProgram(['start', '--demo', '--size', '3000'], { env: demo.env });
  await broken.until('2500/3000');
  broken.process.kill('SIGKILL');
  await broken.ended;
  await demo.start('--demo', '--size', '300');
  const [{ count } = { count: 0 }] = await demo.rows<{ count: number }>(
    `select count(*)::int as count from dossiers.dossier where field <> 'Chứng thực'`,
  );
  expect(count).toBe(300);
  expect(await demo.verify()).toMatchObject({ ok: true });
  const leader = await signedIn(demo.address, 'long.pham');
  const figures = textOf((await leader.get('/lam-viec/thong-ke')).body);
  expect(figures).toMatch(/đã tiếp nhận \d{3} hồ sơ: \d+ trực tuyến, \d+ trực tiếp/);
  const period = ['--from', '2022-01-01', '--to', '2022-07-25', '--json'];
  const reportBy = async (clock: 'legal' | '766') =>
    JSON.parse((await demo.command('report', 'II.06a', '--clock', clock, ...period)).printed) as {
      readonly cells: readonly {
        readonly of: string;
        readonly column: string;
        readonly value: number;
        readonly rule: string;
      }[];
    };
  const [report, national] = [await reportBy('legal'), await reportBy('766')];
  const sumOf = (column: string, of = report) =>
    of.cells.find((cell) => cell.of === 'sum' && cell.column === column)?.value;
  const [accepted] = await demo.rows<{ count: number }>(
    'select count(*)::int as count from dossiers.report_timeliness',
  );
  expect(sumOf('3')).toBe(accepted?.count);
  expect(sumOf('7')).toBeGreaterThan(200);
  for (const column of ['3', '7', '11']) expect(sumOf(column, national)).toBe(sumOf(column));
  expect(sumOf('10', national)).toBeGreaterThanOrEqual(sumOf('10') ?? 0);
  expect(national.cells.find(({ column }) => column === '10')?.rule).toContain('766');
  const judged = JSON.parse((await demo.command('risk', '--evaluate', '--json')).printed) as {
    readonly split: { readonly cut: string; readonly snapshots: number };
    readonly model: { readonly brier: number };
    readonly baseline: { readonly brier: number };
  };
  expect(judged.split.cut).toBe('2022-06-01');
  expect(judged.split.snapshots).toBeGreaterThan(20);
  expect(judged.model.brier).toBeLessThan(judged.baseline.brier);
  expect((await demo.command('risk', '--evaluate', '--log', 'none')).printed).toContain('no log named none');
  const clerk = await signedIn(demo.address, 'ngan.pham');
  expect((await clerk.get('/lam-viec')).status).toBe(200);
});
