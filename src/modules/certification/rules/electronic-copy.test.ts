import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import {
  type CopyStep,
  type ElectronicCopy,
  mayGive,
  mayScan,
  maySign,
  standingOf,
} from './electronic-copy.ts';

const facts = (nth: number) => ({ nth, at: instant('2022-07-25T08:00:00'), accountId: 'a' });
const scanned = (nth: number): CopyStep => ({ ...facts(nth), happened: 'scanned', fileIds: [`f${nth}`] });
const signed = (nth: number): CopyStep => ({ ...facts(nth), happened: 'signed', paperId: 'p' });
const given = (nth: number): CopyStep => ({ ...facts(nth), happened: 'given', way: 'stick' });
const copy = (steps: readonly CopyStep[], erased = false): ElectronicCopy => ({
  ...{ dossierId: 'd', dossierNumber: 'n', ordinal: 1 },
  steps,
  erased,
});
const codeOf = (answer: ReturnType<typeof mayScan> | ReturnType<typeof maySign>) =>
  answer.ok ? 'ok' : answer.refusal.code.replace('certification/', '');

test.each([
  [[], 'requested', 'ok', 'copy-not-scanned', 'copy-not-signed'],
  [[scanned(1)], 'scanned', 'ok', 'ok', 'copy-not-signed'],
  [[scanned(1), signed(2)], 'signed', 'copy-signed', 'copy-signed', 'ok'],
  [[scanned(1), signed(2), given(3)], 'given', 'copy-signed', 'copy-signed', 'copy-given'],
] as const)('%# what may follow on a standing', (steps, standing, scan, sign, give) => {
  const one = copy(steps);
  expect([standingOf(one), codeOf(mayScan(one)), codeOf(maySign(one, 1)), codeOf(mayGive(one))]).toEqual([
    standing,
    scan,
    sign,
    give,
  ]);
});

test('the last scan is signed, and only the one that was seen', () => {
  const one = copy([scanned(1), scanned(2)]);
  expect(codeOf(maySign(one, 1))).toBe('copy-scanned-anew');
  expect(maySign(one, 2)).toEqual({ ok: true, value: ['f2'] });
});

test('erased: nothing any more', () => {
  const one = copy([scanned(1)], true);
  expect([codeOf(mayScan(one)), codeOf(maySign(one, 1)), codeOf(mayGive(one))]).toEqual(
    Array(3).fill('copy-erased'),
  );
});
