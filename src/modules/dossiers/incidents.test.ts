import { expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { aDesk } from './testing-desk.ts';
import { aBeginPress, aFilingInput } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';

const db = await testDatabase();
const desk = await aDesk(db);
const clerk = await desk.actorOf(desk.office(ONE_STOP), 'reception-officer');
const browser = await desk.browser(clerk);

async function accepted(): Promise<string> {
  const input = aFilingInput(await desk.procedure(HOUSEHOLD_BUSINESS), desk.office(ONE_STOP));
  const done = await accept(desk.deps, aBeginPress(clerk, input));
  if (!done.ok) throw new Error(done.refusal.code);
  return `/lam-viec/ho-so/${done.value.number}`;
}

const record = (what: string, from: string, to: string | null, officeIds: string[] | null) =>
  db.owner
    .insertInto('incidents.incident')
    .values({
      ...{ id: crypto.randomUUID(), system: 'network', what, office_ids: officeIds },
      ...{ from_at: from as never, to_at: to as never, recorded_at: from as never },
      ...{ recorded_by: null, recorded_by_name: 'Quản trị' },
    })
    .execute();

test('an incident in its time stands on the page and on the printed reason, and moves no date', async () => {
  const dossier = await accepted();
  const due = /id="hen-tra"[\s\S]*?<\/p>/.exec((await browser.get(dossier)).body)?.[0];
  expect(due).toBeTruthy();
  await record('Đứt cáp quang', '2022-07-25T07:30:00+07:00', null, null);
  await record('Mất điện nơi khác', '2022-07-25T07:30:00+07:00', null, [desk.office('Phòng Tư pháp').id]);
  await record('Đã xong từ trước', '2022-07-24T07:30:00+07:00', '2022-07-24T09:00:00+07:00', null);
  desk.setClock('2022-07-25T10:00:00');
  for (const address of [dossier, `${dossier}/vi-sao`]) {
    const page = (await browser.get(address)).body;
    expect(page).toContain('Có sự cố kỹ thuật trong thời gian giải quyết');
    expect(page).toContain('Đứt cáp quang');
    expect(page).toContain('Ngày hẹn trả không tự thay đổi');
    expect(page).not.toContain('Mất điện nơi khác');
    expect(page).not.toContain('Đã xong từ trước');
  }
});

test('why this date, day by day, to be printed', async () => {
  desk.setClock('2022-07-29T08:00:00');
  const dossier = await accepted();
  expect((await browser.get(dossier)).body).toContain(`${dossier}/vi-sao`);
  const page = (await browser.get(`${dossier}/vi-sao`)).body;
  expect(page).toContain('thứ Sáu 29/07/2022');
  expect(page).toContain('ngày tiếp nhận');
  expect(page).toContain('nghỉ cuối tuần, không tính');
  expect(page).toMatch(/Hẹn trả kết quả lúc 17:00, \d\d\/\d\d\/2022/);
  expect(page).toContain('Căn cứ: ');
  expect(page).toContain('data-print');
});
