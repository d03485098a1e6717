import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from '../dossiers/index.ts';
import { aDesk } from '../dossiers/testing-desk.ts';
import { aBeginPress, aFilingInput } from '../dossiers/testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from '../dossiers/testing-road.ts';
import { REPORTS_PATH, reportRoutes, reports } from './index.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const db = await testDatabase();
const drawn: { template: string; data: unknown }[] = [];
const desk = await aDesk(db, {
  routes: (deps) =>
    reportRoutes({
      ...{ ...deps, reports },
      renderer: {
        render: async (template, data) => {
          drawn.push({ template, data });
          return Buffer.from('%PDF-1.7 drawn');
        },
      },
    }),
  words: { reports: { vi, en } },
});
const district = desk.office('Ủy ban nhân dân huyện Châu Thành');
const leader = await desk.browser(
  await desk.actorOf(desk.office('Lãnh đạo Ủy ban nhân dân huyện Châu Thành'), 'signing-leader'),
);
const clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
const commune = await desk.browser(
  await desk.actorOf(desk.office('Lãnh đạo Ủy ban nhân dân xã Phú Hựu'), 'signing-leader'),
);
const july = '?ky=&tu=2022-07-01&den=2022-07-31';
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
/** Addresses of links as they are followed. */
const hrefs = (html: string, part: string) =>
  [...html.matchAll(/href="([^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.includes(part));

async function receive(): Promise<void> {
  const procedure = await desk.procedure(HOUSEHOLD_BUSINESS);
  const done = await accept(desk.deps, aBeginPress(clerk, aFilingInput(procedure, desk.office(ONE_STOP))));
  if (!done.ok) throw new Error(done.refusal.code);
}
await receive();
await receive();

test('who reads figures finds the reports; a clerk does not', async () => {
  const all = await leader.get(REPORTS_PATH);
  expect(all.statusCode).toBe(200);
  for (const { slug } of reports) expect(all.body).toContain(`${REPORTS_PATH}/${slug}"`);
  const withoutFigures = await desk.browser(clerk);
  expect((await withoutFigures.get(REPORTS_PATH)).statusCode).toBe(403);
  expect((await withoutFigures.get(`${REPORTS_PATH}/ii-06a${july}`)).statusCode).toBe(403);
});

test('II.06a has its thirteen columns, its sums, its rules, and says the same as the register', async () => {
  const { body, statusCode } = await leader.get(`${REPORTS_PATH}/ii-06a${july}&co-quan=${district.code}`);
  expect(statusCode).toBe(200);
  for (let column = 1; column <= 13; column++) expect(body).toContain(`>(${column})</td>`);
  const text = textOf(body);
  expect(text).toContain('(3) = (7) + (11): khớp ở mọi dòng');
  expect(text).toContain('Sổ theo dõi có 2 số trong kỳ, trong đó 0 số đã hủy tiếp nhận');
  expect(text).toContain('Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)');
  expect(text).toContain(vi['ii06a.rule.10']);
});

test('each number opens as many dossiers as it says', async () => {
  for (const slug of ['ii-06a', 'thoi-han']) {
    const { body } = await leader.get(`${REPORTS_PATH}/${slug}${july}`);
    const numbers = [...body.matchAll(/<a href="([^"]*\/ho-so\?[^"]*)">([0-9.]+)<\/a>/g)];
    expect(numbers.length).toBeGreaterThan(4);
    for (const [, href = '', number] of numbers) {
      const list = await leader.get(href.replaceAll('&amp;', '&'));
      expect(list.statusCode).toBe(200);
      expect(textOf(list.body)).toContain(`Con số này đếm ${number} hồ sơ.`);
      expect(hrefs(list.body, '/lam-viec/ho-so/').length).toBe(Number(number));
      const [sheetHref = ''] = hrefs(list.body, '/ho-so.xlsx');
      const sheet = await readXlsx((await leader.get(sheetHref)).rawPayload);
      expect(sheet.sheets[0]?.rows).toHaveLength(Number(number) + 1);
    }
  }
});

test('a procedure behind a number of II.07b', async () => {
  const { body } = await leader.get(`${REPORTS_PATH}/ii-07b${july}`);
  const [, href = '', number] = /<a href="([^"]*\/ho-so\?[^"]*)">([0-9.]+)<\/a>/.exec(body) ?? [];
  const list = await leader.get(href.replaceAll('&amp;', '&'));
  expect(textOf(list.body)).toContain(`Con số này đếm ${number} thủ tục hành chính.`);
  const [sheetHref = ''] = hrefs(list.body, '/ho-so.xlsx');
  const { sheets } = await readXlsx((await leader.get(sheetHref)).rawPayload);
  expect(sheets[0]?.rows).toHaveLength(Number(number?.replaceAll('.', '')) + 1);
});

test('a commune counts its own only; another agency is not there', async () => {
  const own = await commune.get(`${REPORTS_PATH}/ii-06a${july}`);
  expect(textOf(own.body)).toContain('Ủy ban nhân dân xã Phú Hựu');
  expect((await commune.get(`${REPORTS_PATH}/ii-06a${july}&co-quan=${district.code}`)).statusCode).toBe(404);
  expect((await leader.get(`${REPORTS_PATH}/khong-co${july}`)).statusCode).toBe(404);
});

test('days that cannot be read come back with what is wrong; a cycle is chosen by its key', async () => {
  const wrong = await leader.get(`${REPORTS_PATH}/ii-06a?ky=&tu=32/07/2022&den=31/07/2022`);
  expect(wrong.statusCode).toBe(422);
  const cycle = await leader.get(`${REPORTS_PATH}/ii-06a?ky=2022-quarter-3`);
  expect(textOf(cycle.body)).toContain('từ ngày 15/06/2022 đến hết ngày 14/09/2022');
});

test('the sheet and the paper hold what the page shows', async () => {
  const query = `${july}&co-quan=${district.code}`;
  const sheet = await leader.get(`${REPORTS_PATH}/ii-06a/bieu.xlsx${query}`);
  const { sheets } = await readXlsx(sheet.rawPayload);
  const rows = sheets[0]?.rows ?? [];
  expect(rows.find((row) => row[1] === 'Cộng')?.slice(2)).toEqual([2, 0, 2, 0, 0, 0, 0, 0, 2, 2, 0]);
  expect(rows.find((row) => row[0] === '(1)')).toHaveLength(13);
  const paper = await leader.get(`${REPORTS_PATH}/ii-06a/bieu.pdf${query}`);
  expect(paper.headers['content-type']).toContain('application/pdf');
  expect(drawn.at(-1)?.template).toBe('shared/report.typ');
  expect(JSON.stringify(drawn.at(-1)?.data)).toContain('"Cộng","2","0","2"');
});

test('a report is frozen from its page and stands beside the same counted again', async () => {
  desk.setClock('2022-08-01T08:00:00');
  const url = `${REPORTS_PATH}/ii-06a${july}&co-quan=${district.code}`;
  const page = await leader.get(url);
  expect(page.body).toContain('Chốt báo cáo này');
  const key = crypto.randomUUID();
  const action = /action="([^"]*\/chot[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const shown = /name="so-lieu" value="([0-9a-f]{64})"/.exec(page.body)?.[1] ?? '';
  const old = await leader.post(action, { key, 'so-lieu': '0'.repeat(64) });
  expect(old.statusCode).toBe(409);
  expect(textOf(old.body)).toContain('Số liệu vừa thay đổi');
  const pressed = await leader.post(action, { key, 'so-lieu': shown });
  expect(pressed.statusCode).toBe(303);
  const frozen = await leader.get(String(pressed.headers.location));
  expect(textOf(frozen.body)).toContain('Đếm lại bây giờ cho đúng các con số đã chốt.');
  const file = await leader.get(`${pressed.headers.location}/bieu.pdf`);
  expect(file.headers['content-type']).toContain('application/pdf');
  expect(JSON.stringify(drawn.at(-1)?.data)).toContain('"Cộng","2","0","2"');
  const digest = /<code>([0-9a-f]{64})<\/code>/.exec(frozen.body)?.[1] ?? '';
  const sealed = JSON.stringify(drawn.at(-1)?.data);
  expect(sealed).toContain('BÁO CÁO ĐÃ CHỐT lúc 08:00, 01/08/2022. Người chốt: ');
  expect(sealed).toContain(`Mã kiểm tra (SHA-256): ${digest}`);
  const sheet = await leader.get(`${pressed.headers.location}/bieu.xlsx`);
  expect(sheet.headers['content-disposition']).toContain('-da-chot.xlsx');
  const texts = (await readXlsx(sheet.rawPayload)).sheets[0]?.rows.map(([first]) => String(first)) ?? [];
  expect(texts).toContain(`Mã kiểm tra (SHA-256): ${digest}`);
  expect(texts.some((one) => one.startsWith('BÁO CÁO ĐÃ CHỐT lúc'))).toBe(true);
  expect(texts.some((one) => one.includes(vi['ii06a.rule.10']))).toBe(true);
  const live = await leader.get(url.replace('?', '/bieu.xlsx?'));
  expect(JSON.stringify((await readXlsx(live.rawPayload)).sheets[0]?.rows)).not.toContain('ĐÃ CHỐT');
  expect((await commune.get(`${pressed.headers.location}/bieu.xlsx`)).statusCode).toBe(404);
  const again = await leader.post(action, { key: crypto.randomUUID(), 'so-lieu': shown });
  expect(textOf(again.body)).toContain('Báo cáo này đã được chốt và số liệu không thay đổi.');
  expect((await commune.get(String(pressed.headers.location))).statusCode).toBe(404);
  expect(textOf((await leader.get(REPORTS_PATH)).body)).toContain('Báo cáo đã chốt');
});
