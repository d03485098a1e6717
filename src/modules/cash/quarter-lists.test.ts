import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { aCharge, aDrawer, aLine, type Drawer } from './testing.ts';
import { aCashBrowser, type CashBrowser } from './testing-desk.ts';

const db = await testDatabase();
const page = '/lam-viec/thu-phi/quy/chi-tiet';
const MANY = 450;
let drawer: Drawer;
let head: CashBrowser;

beforeAll(async () => {
  drawer = await aDrawer(db);
  head = await aCashBrowser(drawer, drawer.head);
  await drawer.take();
  const half = aLine({ exempted: 50_000, due: 50_000 });
  const exemption = { key: 'ho-ngheo', name: 'Hộ nghèo', proof: null };
  await drawer.take(aCharge({ lines: [half], exemption, way: 'transfer' }));
  // more lines of the same kind, each with a number of its own
  await sql`insert into cash.movement
    (id, list_id, payment_id, kind, method, amount, receipt_id, receipt_number, account_id, by_name, at)
    select gen_random_uuid(), list_id, payment_id, kind, method, n, receipt_id, 'T' || n, account_id, by_name, at
      from cash.movement, generate_series(1001, 1000 + ${sql.lit(MANY)}) n where amount = 100000`.execute(
    db.owner,
  );
  await sql`insert into cash.payment (id, dossier_id, source, dossier_number, office_id, agency_id, procedure_code,
      procedure_name, lines, amount, exempted, state, created_at, updated_at)
    select gen_random_uuid(), gen_random_uuid(), source, 'N' || n, office_id, agency_id, procedure_code,
           procedure_name, lines, amount, n, 'due', created_at, updated_at
      from cash.payment, generate_series(1001, 1000 + ${sql.lit(MANY)}) n where exempted > 0`.execute(
    db.owner,
  );
});

const walk = (query: string, cell: RegExp) => walkFrom(`${page}?quy=2022-3&${query}`, cell);

/** Every line of a list, page by page; how many each page says there are. */
async function walkFrom(start: string, cell: RegExp, anchor = '') {
  const seen: string[] = [];
  const said = new Set<string>();
  let next: string | undefined = start;
  for (let pages = 0; next && pages < 20; pages += 1) {
    const { statusCode, body }: { statusCode: number; body: string } = await head.get(next);
    expect(statusCode).toBe(200);
    seen.push(...[...body.matchAll(cell)].map(([, one]) => one ?? ''));
    said.add(/Đang xem \d+ trên (\d+) khoản/.exec(body)?.[1] ?? '');
    const link = new RegExp(`href="([^"]*)${anchor}" rel="next"`).exec(body);
    next = link?.[1]?.replaceAll('&amp;', '&');
  }
  return { seen, said: [...said] };
}

const rowsOf = async (query: string) => {
  const answer = await head.get(`${page}.xlsx?quy=2022-3&${query}`);
  expect(answer.statusCode).toBe(200);
  return (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? [];
};

describe('the page of the drawer', () => {
  test('goes on through what is unpaid, a part at a time, to the last line', async () => {
    const payment = /ho-so\/([^/"]+)\/thu-tien/g;
    const { seen, said } = await walkFrom('/lam-viec/thu-phi', payment, '#chua-thu');
    expect(new Set(seen).size).toBe(MANY);
    expect(seen).toHaveLength(MANY);
    expect(said).toEqual([String(MANY)]);
  });

  test('goes on through the days that are settled, latest first', async () => {
    await sql`insert into cash.list (id, office_id, office_name, account_id, clerk_name, clerk_title, day, number, state,
        counted_cash, closed_at, confirmed_at)
      select gen_random_uuid(), office_id, office_name, account_id, clerk_name, clerk_title, day - n, 1, 'confirmed',
             0, now(), now()
        from cash.list, generate_series(1, 70) n where number = 1 limit 70`.execute(db.owner);
    const { seen } = await walkFrom(
      '/lam-viec/thu-phi?da-xong=hong',
      /thu-phi\/[0-9a-f-]{36}">(\d\d\/\d\d\/\d{4})/g,
      '#da-xong',
    );
    const settled = seen.filter((day) => day !== '25/07/2022');
    expect(new Set(settled).size).toBe(70);
    expect(settled).toHaveLength(70);
  });
});

describe('the lists behind a quarter', () => {
  test('go on page by page to the last line and say how many there are', async () => {
    const taken = await walk('loai=taken', />(T\d+|00000\d+\/2022)<\/th>/g);
    expect(new Set(taken.seen).size).toBe(MANY + 2);
    expect(taken.seen).toHaveLength(MANY + 2);
    expect(taken.said).toEqual([String(MANY + 2)]);
    const exempted = await walk('loai=exempted', /ho-so\/([^/"]+)\/thu-tien/g);
    expect(new Set(exempted.seen).size).toBe(MANY + 1);
    expect(exempted.seen).toHaveLength(MANY + 1);
    expect(exempted.said).toEqual([String(MANY + 1)]);
  });

  test('the sheet has all of them, of that kind and procedure only', async () => {
    const taken = await rowsOf('loai=taken');
    expect(taken).toHaveLength(MANY + 3);
    expect(taken[0]).toContain('Số biên lai');
    const amounts = taken.slice(1).map((row) => row.find((cell) => typeof cell === 'number'));
    expect(amounts.reduce<number>((sum, one) => sum + Number(one), 0)).toBe(
      150_000 + (MANY * (1001 + 1000 + MANY)) / 2,
    );
    expect(await rowsOf('loai=voided')).toHaveLength(1);
    expect(await rowsOf('loai=all&thu-tuc=1.001612')).toHaveLength(MANY + 3);
    expect(await rowsOf('loai=all&thu-tuc=9.999999')).toHaveLength(1);
    const exempted = await rowsOf('loai=exempted');
    expect(exempted).toHaveLength(MANY + 2);
    expect((await head.get(`${page}?quy=2022-3&loai=taken`)).body).toContain('chi-tiet.xlsx?quy=2022-3');
  });

  test('a place in the list that nobody here wrote begins it', async () => {
    for (const bad of ['x', '-1', "1'--", '9'.repeat(40), '<wbr>', 'x_y', `2022-07-25T08:00:00+07:00_x`])
      for (const kind of ['taken', 'exempted']) {
        const { statusCode, body } = await head.get(
          `${page}?quy=2022-3&loai=${kind}&sau=${encodeURIComponent(bad)}`,
        );
        expect(statusCode).toBe(200);
        expect(body).toMatch(/Đang xem 200 trên/);
        expect(body).not.toContain('<wbr>');
      }
  });
});
