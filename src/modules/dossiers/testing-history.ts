import type { Actor } from '#kernel/actor.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { ClockEffects } from '#kernel/working-time/clock-effects.ts';
import type { Acceptance, Inputs, LaterCommand, StandingStill } from './rules/command.ts';
import { accept, decide } from './rules/decide.ts';
import type { Dossier } from './rules/dossier.ts';
import type { DossierEvent, NewEvent } from './rules/event.ts';
import { fold } from './rules/fold.ts';
import { acceptFacts, aFiling, anAcceptance, leader, offices, steps } from './testing.ts';

const { clock, processKey } = anAcceptance();
const planned = { clock, processKey, steps };

/** As the law of 2018 says; a test says otherwise where it is about another one. */
export const effects: ClockEffects = {
  supplement: { effect: 'restart', basis: 'NĐ 61/2018, Điều 19 khoản 4', most: 1 },
  payment: { effect: 'suspend', basis: 'Luật về nghĩa vụ tài chính' },
  opinion: { effect: 'none', basis: 'NĐ 61/2018, Điều 19 khoản 5' },
  reAppointment: { most: 1, basis: 'NĐ 61/2018, Điều 19 khoản 9' },
};
const still: StandingStill = {
  clock: { ...anAcceptance().clock, dueAt: null, remaining: { value: 2, unit: 'ngay_lam_viec' } },
  nationalDueAt: null,
};

/** For each command something that it does not refuse by itself. */
export const inputs: Inputs = {
  'correct-data': {
    filing: { applicants: [], authorised: null, papers: [], note: 'khác' },
    reason: 'gõ sai tên',
  },
  'annul-acceptance': { ground: 'double', reason: 'nộp hai lần' },
  'correct-procedure': {
    filing: {
      ...aFiling(),
      procedure: { ...aFiling().procedure, caseKey: 'other', caseName: 'Trường hợp khác' },
    },
    reason: 'chọn nhầm trường hợp',
    ...planned,
    receiptId: 'receipt-3',
  },
  forward: { note: null, late: false },
  'confirm-receipt': {},
  'refuse-receipt': { missing: 'Hợp đồng thuê địa điểm' },
  'start-step': {},
  'finish-step': { note: null, draft: { title: 'Giấy chứng nhận', content: 'Cấp cho bà Duyên' } },
  'return-step': { toIndex: 1, reason: 'thiếu tờ trình' },
  reassign: { accountId: 'account-other', name: 'Người khác', reason: 'nghỉ phép' },
  'ask-for-supplement': {
    items: [{ name: 'Hợp đồng', what: 'bản chính' }],
    reason: 'thiếu',
    late: false,
    paperId: 'p2',
    respondBy: null,
    still,
    effects,
  },
  'announce-supplement': { by: 'phone', note: null },
  'receive-supplement': {
    papers: [
      {
        key: null,
        name: 'Hợp đồng',
        way: 'submit',
        originals: 1,
        certifiedCopies: 0,
        photocopies: 0,
        files: [],
      },
    ],
    note: null,
    clock: anAcceptance().clock,
    steps,
    receiptId: 'receipt-2',
    nationalDueAt: instant('2022-07-27T17:00:00'),
  },
  'ask-for-payment': {
    amount: 350_000,
    basis: 'Thông báo 12/TB-CCT',
    note: null,
    still,
    effects,
    paperId: 'payment-1',
  },
  'record-payment': {
    ...{ by: 'cash', proof: 'Biên lai 0012345', clock: anAcceptance().clock, steps },
    nationalDueAt: instant('2022-07-29T17:00:00'),
  },
  'ask-opinion': {
    officeId: offices.asked,
    officeName: 'Phòng Tư pháp',
    question: 'Địa điểm có tranh chấp không?',
    answerBy: civilDate('2030-12-31'),
    suspends: false,
    still,
    effects,
  },
  'answer-opinion': { order: 1, answer: 'Không có tranh chấp', goesOn: null },
  're-appoint': {
    appointedAt: instant('2022-08-02T17:00:00'),
    late: false,
    reason: 'chờ xác minh',
    effects,
    paperId: 'apology-1',
  },
  'record-hand-signature': {
    resultNumber: '15/2022-SCT/BS',
    signerAccountId: leader.accountId,
    signerName: leader.name,
    signerTitle: 'Phó Chủ tịch',
    note: null,
  },
  decide: {
    outcome: 'granted',
    result: { title: 'Giấy chứng nhận', content: 'Cấp' },
    note: null,
    resultPaperId: 'r1',
    resultNumber: '01/GCN',
    signatureId: 's',
  },
  'take-back': { reason: 'sai tên' },
  'correct-cause': { from: 'staff', to: 'system', reason: 'máy chủ treo', evidence: 'Biên bản 03' },
  'announce-date': { way: 'phone', outcome: 'reached', note: null },
  'announce-result': { way: 'phone', outcome: 'reached', note: null },
  'hand-over': {
    by: 'signature',
    receiver: { name: 'Duyên', idNumber: '087188004512', relation: null },
    toAuthorised: false,
    proof: 'ký',
  },
  withdraw: { reason: 'đổi ý', originalsReturned: true, receiver: 'Duyên' },
  stop: { basis: 'Điều 1', reason: 'người nộp mất', paperId: 'stop-1' },
  'close-for-silence': { note: null, paperId: 'stop-2' },
  erase: { ground: 'retention-over', order: '12/QĐ-UBND' },
};

/** What people pressed, one after the other, without a database. */
export class History {
  events: DossierEvent[] = [];
  now: Instant = instant('2022-07-25T08:00:00');
  add(made: readonly NewEvent[]): void {
    for (const event of made) this.events.push({ ...event, seq: this.events.length + 1 });
  }
  get dossier(): Dossier {
    return fold('d', this.events);
  }
  try<C extends LaterCommand>(command: C, actor: Actor, input: Partial<Inputs[C]> = {}): string {
    const made = decide(this.dossier, command, { ...inputs[command], ...input } as Inputs[C], {
      now: this.now,
      actor,
    });
    if (!made.ok) return made.refusal.code;
    this.add(made.value);
    return 'ok';
  }
}

/** Accepted, at 08:00 on a Monday unless said otherwise. */
export function anAccepted(
  change: Partial<Acceptance> = {},
  filing = aFiling(),
  now: Instant = instant('2022-07-25T08:00:00'),
): History {
  const history = new History();
  history.now = now;
  const made = accept(null, { ...acceptFacts({ now }), filing }, { ...anAcceptance(), ...change });
  if (!made.ok) throw new Error(made.refusal.code);
  history.add(made.value);
  return history;
}
