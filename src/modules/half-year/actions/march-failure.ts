import { type Instant, instant } from '#kernel/instant.ts';
import type { Incident } from '#modules/incidents/index.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import { failureDays } from '../rules/office-time.ts';

/** The two days of March on which nothing could be pressed, as the administrator recorded them afterwards. */
export function failuresBefore(until: Instant): Incident[] {
  const [first, last] = [failureDays[0], failureDays.at(-1)];
  const recordedAt = instant('2022-03-17T07:40:00');
  if (recordedAt >= until) return [];
  return [
    {
      id: seededRandom('march').uuid(Date.parse(recordedAt)),
      system: 'software',
      from: instant(`${first}T07:00:00`),
      to: instant(`${last}T17:00:00`),
      officeIds: null,
      what: 'Máy chủ hỏng ổ đĩa; hai ngày không tiếp nhận, không xử lý được trên phần mềm.',
      recordedBy: null,
      recordedByName: 'Văn phòng HĐND và UBND huyện Châu Thành',
      recordedAt,
    },
  ];
}
