import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { createWords } from '#platform/i18n/words.ts';
import type { Dossier } from '../rules/dossier.ts';
import { aFiling, aPersonalFiling, clerk, specialist } from '../testing.ts';
import { anAccepted } from '../testing-history.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { completionRequestContent } from './guidance.ts';
import { apologyContent } from './notices.ts';
import type { PaperFrame } from './parts.ts';

const agency = { name: 'Ủy ban nhân dân xã Châu Thành', phone: null } as OfficeInForce;
const officer = { name: 'Lê Văn Được', title: 'Công chức' };
const frame: PaperFrame = {
  ...{ agency, oneStop: agency, now: instant('2025-10-01T08:00:00'), demo: false, training: false },
  ...{ link: null, publicUrl: 'http://localhost', officer, signer: officer },
  t: createWords({ dossiers: { vi, en } })('vi'),
};
const guidance = { items: [{ name: 'Hợp đồng', what: 'bản chính' }], reason: 'Chưa có' };
type Regime = '2018' | '2025';

function inWork(regime: Regime): Dossier {
  const history = anAccepted({}, aFiling({ regime }));
  history.try('forward', clerk);
  history.try('confirm-receipt', specialist);
  return history.dossier;
}

function asked(regime: Regime, dossier: Dossier | null) {
  const personal = aPersonalFiling();
  const about = {
    number: '1',
    dossierNumber: dossier?.number ?? null,
    filing: aFiling({ regime }),
    personal,
  };
  const respondBy = civilDate('2025-10-08');
  return completionRequestContent(frame, about, guidance, dossier && { dossier, respondBy });
}

function apology(regime: Regime, change: Partial<Dossier> = {}) {
  const dossier = { ...inWork(regime), ...change };
  const dates = { dueAt: instant('2025-10-02T17:00:00'), newDate: instant('2025-10-06T17:00:00') };
  const subject = { dossier, personal: aPersonalFiling(), number: '1' };
  return apologyContent(frame, subject, { ...dates, reason: 'Chờ xác minh' });
}

test('a completion request says before acceptance, and then the step and whose it is', () => {
  expect(asked('2025', null)).toMatchObject({ stage: 'Kiểm tra trước khi tiếp nhận', respondBy: null });
  const dossier = inWork('2025');
  const step = dossier.steps[dossier.stepIndex ?? -1];
  expect(asked('2025', dossier)).toMatchObject({
    stage: `${step?.name} (${step?.officeName})`,
    respondBy: '2025-10-08',
  });
});

test('an apology says that it is the first extension and that there is one', () => {
  const only = 'mỗi hồ sơ chỉ được gia hạn một lần.';
  expect(apology('2025').extensions).toBe(`Lần gia hạn thứ nhất của hồ sơ này; ${only}`);
});

test('of a dossier taken over, it claims nothing about the time before', () => {
  const takenOver = { at: instant('2025-09-15T08:00:00'), from: { sha256: 'ab', row: 2 } };
  expect(apology('2025', { takenOver }).extensions).toMatch(/từ phần mềm cũ \(ngày 15\/09\/2025\);/);
});

test('papers of 2018 are as they were', () => {
  expect(asked('2018', null)).not.toHaveProperty('stage');
  expect(asked('2018', inWork('2018'))).not.toHaveProperty('stage');
  expect(apology('2018')).not.toHaveProperty('extensions');
});
