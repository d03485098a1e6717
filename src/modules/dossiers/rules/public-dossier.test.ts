import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { acceptFacts, anAcceptance, aPersonalFiling, clerk, specialist } from '../testing.ts';
import { after } from './after.ts';
import { accept, decide } from './decide.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, NewEvent } from './event.ts';
import { initialsOf, publicDossier } from './public-dossier.ts';
import { publicStatus } from './public-status.ts';

type Events = { readonly ok: boolean; readonly value?: readonly NewEvent[] };

function history(...made: ((dossier: Dossier | null) => Events)[]) {
  const events: DossierEvent[] = [];
  let dossier: Dossier | null = null;
  for (const make of made) {
    const { value } = make(dossier);
    if (!value) throw new Error('refused');
    for (const event of value) {
      const numbered: DossierEvent = { ...event, seq: events.length + 1 };
      events.push(numbered);
      dossier = after(dossier, numbered, 'd');
    }
  }
  if (!dossier) throw new Error('no history');
  return { dossier, events };
}

const there = (dossier: Dossier | null): Dossier => {
  if (!dossier) throw new Error('not accepted yet');
  return dossier;
};
const facts = (time: string, actor = clerk) => ({ now: instant(`2022-07-${time}`), actor });
const accepted = () => accept(null, acceptFacts(), anAcceptance());

test('what is shown carries no name, no number, no paper and no reason', () => {
  const { dossier, events } = history(
    accepted,
    (so) => decide(there(so), 'forward', { note: 'ghi chú riêng', late: false }, facts('25T09:00')),
    (so) => decide(there(so), 'confirm-receipt', {}, facts('25T10:00', specialist)),
  );
  const shown = publicDossier(dossier, events);
  const said = JSON.stringify(shown);
  const { applicants } = aPersonalFiling();
  for (const secret of [...applicants.map((one) => one.name), '087188004512', '0900 000 345', 'Tân Bình'])
    expect(said).not.toContain(secret);
  expect(said).not.toContain('ghi chú riêng');
  expect(said).not.toContain(specialist.name);
  expect(shown?.initials).toEqual(['H. T. M. D.']);
  expect(shown?.happenings.map((one) => one.type)).toEqual(['accepted', 'forwarded']);
});

test('before it has a number nothing is shown', () => {
  const { dossier, events } = history(accepted);
  expect(publicDossier({ ...dossier, number: null }, events)).toBeUndefined();
});

test.each([
  ['Nguyễn Văn A', 'N. V. A.'],
  ['  đỗ   thị Ánh ', 'Đ. T. Á.'],
  ['Nguyễn', 'N.'],
  ['', ''],
])('initials of %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('done or not, and when', () => {
  const facts = {
    clock: 'running',
    dueAt: instant('2022-07-28T17:00'),
    committedAt: null,
    appointedAt: null,
    endedAt: null,
  } as const;
  expect(publicStatus({ ...facts, state: 'in-progress' })).toEqual({
    kind: 'not-done',
    dueAt: facts.dueAt,
    stopped: false,
  });
  expect(publicStatus({ ...facts, state: 'awaiting-supplement', clock: 'stopped' })).toEqual({
    kind: 'not-done',
    dueAt: null,
    stopped: true,
  });
  expect(publicStatus({ ...facts, state: 'awaiting-payment', clock: 'suspended' })).toMatchObject({
    stopped: true,
    dueAt: null,
  });
  const appointedAt = instant('2022-08-02T17:00');
  expect(publicStatus({ ...facts, state: 'in-progress', appointedAt })).toMatchObject({ dueAt: appointedAt });
  const promised = { committedAt: instant('2022-07-27T17:00'), dueAt: instant('2022-08-03T17:00') };
  const overtaken = { ...facts, ...promised, state: 'in-progress' as const };
  expect(publicStatus({ ...overtaken, appointedAt })).toMatchObject({ dueAt: promised.committedAt });
  const endedAt = instant('2022-07-27T09:00');
  expect(publicStatus({ ...facts, state: 'returned', endedAt })).toEqual({
    kind: 'done',
    on: '2022-07-27',
    returned: true,
  });
  expect(publicStatus({ ...facts, state: 'decided', endedAt })).toMatchObject({
    kind: 'done',
    returned: false,
  });
  expect(publicStatus({ ...facts, state: 'withdrawn', endedAt })).toEqual({
    kind: 'ended',
    on: '2022-07-27',
  });
});
