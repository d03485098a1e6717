import { instantOfMs } from '#kernel/instant.ts';
import type { FlowStep, PublishedEvent } from './happened.ts';

const START = Date.UTC(2022, 6, 18, 1);

export const appraised: readonly FlowStep[] = [
  { code: 'tiep-nhan', name: 'Tiếp nhận', kind: 'reception', role: 'reception-officer' },
  { code: 'thu-ly', name: 'Thụ lý hồ sơ', kind: 'handle', role: 'specialist' },
  { code: 'tham-dinh', name: 'Thẩm định', kind: 'appraise', role: 'unit-leader' },
  { code: 'ky', name: 'Ký duyệt', kind: 'sign', role: 'signing-leader' },
  { code: 'tra-ket-qua', name: 'Trả kết quả', kind: 'return', role: 'result-clerk' },
];

type Happening = readonly [PublishedEvent['type'], stepIndex?: number, toIndex?: number];

/** Events one hour after the other: `['accepted'], ['step-finished', 1], ['step-returned', 2, 1]`. */
export function eventsOf(...happened: Happening[]): PublishedEvent[] {
  return happened.map(([type, stepIndex, toIndex], index) => ({
    ...{ seq: index + 1, type, at: instantOfMs(START + index * 3_600_000) },
    ...{ stepIndex: stepIndex ?? null, toIndex: toIndex ?? null },
    steps: type === 'accepted' ? appraised : null,
  }));
}
