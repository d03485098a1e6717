import { expect, test } from 'vitest';
import { dateOf } from '#kernel/civil-date.ts';
import { whereToGo } from '#modules/catalogue/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { accept } from './actions/accept.ts';
import { aBeginPress, aFilingInput, anOfficeOfChauThanh } from './testing-office.ts';

const office = await anOfficeOfChauThanh(await testDatabase());

test.each([
  ['2022-07-25T08:00:00', 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành'],
  ['2022-07-25T08:00:00', 'Bộ phận Tiếp nhận và Trả kết quả xã An Hiệp'],
  ['2026-11-23T08:00:00', 'Trung tâm Phục vụ hành chính công xã Phú Hựu'],
])('on %s every procedure that %s may receive is received; the others say where to go', async (now, name) => {
  office.setClock(now);
  const offices = await office.officesInForce();
  const oneStop = offices.find((one) => one.name === name);
  if (!oneStop) throw new Error(offices.map((one) => one.name).join('; '));
  const clerk = await office.actorOf(oneStop, 'reception-officer');
  const answers = new Map<string, number>();
  for (const procedure of await office.proceduresInForce()) {
    const here = whereToGo(procedure, oneStop.level, dateOf(office.deps.clock.now()));
    const done = await accept(office.deps, aBeginPress(clerk, aFilingInput(procedure, oneStop)));
    const refusal = done.ok ? null : done.refusal.code;
    expect(refusal, procedure.code).toBe(here.ok ? null : here.refusal.code);
    answers.set(refusal ?? 'accepted', (answers.get(refusal ?? 'accepted') ?? 0) + 1);
  }
  expect(answers.get('accepted')).toBeGreaterThan(40);
});
