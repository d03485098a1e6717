import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { createWords } from '#platform/i18n/words.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { PersonParty } from '../rules/filing.ts';
import { aFiling, aPersonalFiling } from '../testing.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { titleOf } from './dossier-view.ts';

const t = createWords({ dossiers: { vi, en } })('vi');
const [somebody] = aPersonalFiling().applicants as readonly PersonParty[];

function titleFor(birthDate: string | null): string {
  const applicant = { ...(somebody as PersonParty), name: 'Trần Thị Bé', birthDate };
  const filed = { filing: aFiling(), personal: aPersonalFiling({ applicants: [applicant] }) };
  const received = { receivedAt: instant('2022-07-25T08:00'), submittedAt: null };
  return titleOf(t, { ...filed, ...received, updatedAt: instant('2026-01-01T08:00') } as Dossier);
}

test.each<[string, string | null, string]>([
  ['five days old', '2022-07-20', ', Trần Thị Bé'],
  ['18 on the day of receipt', '2004-07-25', ', bà Trần Thị Bé'],
  ['18 a day later', '2004-07-26', ', Trần Thị Bé'],
  ['perhaps 18 by the year', '2004', ', Trần Thị Bé'],
  ['grown up by the year', '1954', ', bà Trần Thị Bé'],
  ['of unknown age', null, ', bà Trần Thị Bé'],
])('a person %s is called by what is due', (_, birthDate, end) => {
  expect(titleFor(birthDate).endsWith(end)).toBe(true);
});
