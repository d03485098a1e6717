import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { acceptFacts, anAcceptance, aPersonalFiling, clerk } from '../testing.ts';
import type { DossierEvent } from './event.ts';
import type { PersonParty } from './filing.ts';
import { fold } from './fold.ts';
import { holdingOf } from './holding.ts';

const DUYEN = '087188004512';
const at = instant('2022-07-25T08:00:00');
const by = { accountId: clerk.accountId, officeId: null, name: clerk.name, officeName: 'Một cửa' };
const { filing, reference, draftId } = acceptFacts();
const duyen = aPersonalFiling().applicants[0] as PersonParty;
const thao: PersonParty = { ...duyen, name: 'Trần Văn Thảo', idNumber: '087085001234' };

function history(...later: readonly Partial<DossierEvent>[]): DossierEvent[] {
  const accepted = {
    type: 'accepted',
    at,
    by,
    body: { filing, reference, draftId, ...anAcceptance() },
    personal: aPersonalFiling({ applicants: [duyen, thao], note: 'Ông Thảo hay vắng nhà' }),
  };
  return [accepted, ...later].map((event, index) => ({ at, by, ...event, seq: index + 1 }) as DossierEvent);
}

const holding = (events: readonly DossierEvent[], number = DUYEN) =>
  holdingOf(fold('dossier-1', events), events, number);

describe('what a dossier holds about one person', () => {
  test('that person’s own data, nobody else’s, however the number is written', () => {
    expect(holding(history(), '087 188 004-512')).toMatchObject({ roles: ['applicant'], own: [duyen] });
    expect(holding(history(), thao.idNumber ?? '').own).toEqual([thao]);
    expect(JSON.stringify(holding(history()))).not.toContain('Thảo');
  });

  test('what was written before a correction is held too, the latest first', () => {
    const corrected = { ...duyen, phone: '0900 000 777' };
    const personal = { filing: aPersonalFiling({ applicants: [corrected] }), reason: 'gõ nhầm' };
    const events = history({ type: 'data-corrected', body: { fields: ['applicants'] }, personal });
    expect(holding(events).own).toEqual([corrected, duyen]);
  });

  test('open until it has ended; erased it holds nothing, and says when and by which paper', () => {
    expect(holding(history()).closedAt).toBeNull();
    const withdrawn = { type: 'withdrawn', body: { originalsReturned: true }, personal: null } as const;
    const ended = history(withdrawn);
    expect(holding(ended).closedAt).toBe(at);
    const erasure = {
      type: 'personal-erased',
      body: { ground: 'authority-decision', order: '12/QĐ-UBND' },
      personal: null,
    } as const;
    const gone = history(withdrawn, erasure).map((event) => ({ ...event, personal: null }) as DossierEvent);
    expect(holding(gone)).toMatchObject({
      roles: [],
      own: [],
      filed: [],
      erased: { at, order: '12/QĐ-UBND', ground: 'authority-decision' },
    });
  });
});
