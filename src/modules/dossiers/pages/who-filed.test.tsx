import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { type Instant, instant } from '#kernel/instant.ts';
import { createWords } from '#platform/i18n/words.ts';
import type { Dossier } from '../rules/dossier.ts';
import { aFiling, aPersonalFiling } from '../testing.ts';
import en from '../words/en.json' with { type: 'json' };
import vi from '../words/vi.json' with { type: 'json' };
import { WhoFiled } from './who-filed.tsx';

const t = createWords({ dossiers: { vi, en } })('vi');
const accepted = instant('2022-07-19T16:21');

function textFor(channel: 'online' | 'direct', submittedAt: Instant | null): string {
  const made = {
    filing: aFiling({ channel }),
    personal: aPersonalFiling(),
    submittedAt,
    receivedAt: accepted,
  };
  const numbers = { whole: false, askAction: '', csrf: '' };
  const dossier = { ...made, outcome: null, resultNumber: null } as unknown as Dossier;
  const shown = <WhoFiled t={t} dossier={dossier} correctHref={undefined} numbers={numbers} />;
  return render(shown).replace(/<[^>]*>/g, ' ');
}

test('by the channel stands when it was filed, not when somebody accepted it', () => {
  expect(textFor('online', instant('2022-07-19T15:19'))).toContain('Trực tuyến, 15:19, 19/07/2022');
  expect(textFor('direct', null)).toContain('Trực tiếp, 16:21, 19/07/2022');
});
