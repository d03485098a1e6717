import type { LegalBasis } from './legal-bases.ts';

/** What an event does to the legal clock. */
export type ClockEffect = 'none' | 'suspend' | 'restart';

/** What a dossier is doing in each stored interval of its life (deadlines.md, "Effects of events"). */
export const intervalKinds = [
  'running',
  'waiting-for-citizen',
  'waiting-for-payment',
  'waiting-for-office',
  'technical-incident',
] as const;
export type IntervalKind = (typeof intervalKinds)[number];

export type ClockCause = 'supplement' | 'payment' | 'opinion' | 'outside-procedure' | 'technical-incident';

export interface ClockEffectRule {
  readonly effect: ClockEffect;
  readonly interval: IntervalKind;
  readonly basis: LegalBasis['basis'];
}

/** Effects where neither the regime nor the procedure says otherwise. An incident never moves a due date. */
export const DEFAULT_CLOCK_EFFECTS: Readonly<Record<ClockCause, ClockEffectRule>> = {
  supplement: {
    effect: 'restart',
    interval: 'waiting-for-citizen',
    basis: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4',
  },
  payment: {
    effect: 'suspend',
    interval: 'waiting-for-payment',
    basis: 'Thời gian thực hiện nghĩa vụ tài chính không tính vào thời hạn giải quyết',
  },
  opinion: {
    effect: 'none',
    interval: 'waiting-for-office',
    basis: 'Nghị định 61/2018/NĐ-CP, Điều 19',
  },
  'outside-procedure': {
    effect: 'suspend',
    interval: 'waiting-for-office',
    basis: 'Văn bản quy định việc tạm dừng của thủ tục',
  },
  'technical-incident': {
    effect: 'none',
    interval: 'technical-incident',
    basis: 'Sự cố kỹ thuật không làm thay đổi thời hạn theo luật; được ghi là nguyên nhân kèm chứng cứ',
  },
};
