import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { aFrame } from '../testing.ts';
import { DaysGrid, DaysLegend, type DayView } from './days-grid.tsx';

const { t } = aFrame();
/** Received on Thursday 28/07/2022, three working days. */
const days: DayView[] = [
  { date: civilDate('2022-07-28'), mark: 'received' },
  { date: civilDate('2022-07-29'), mark: 'counted', number: 1 },
  { date: civilDate('2022-07-30'), mark: 'off' },
  { date: civilDate('2022-07-31'), mark: 'off' },
  { date: civilDate('2022-08-01'), mark: 'counted', number: 2 },
  { date: civilDate('2022-08-02'), mark: 'due', number: 3 },
];

describe('DaysGrid', () => {
  const html = render(<DaysGrid t={t} days={days} today={civilDate('2022-08-01')} />);
  const rows = html.split('<tr>').slice(2);

  it('starts each week on Monday', () => {
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^<td><\/td><td><\/td><td><\/td><td class="recv first">/);
    expect(rows[1]).toMatch(/^<td class="count first now" aria-current="date">/);
  });

  it('says in words what colours say', () => {
    expect(html).toContain('<i>nhận</i>');
    expect(html).toContain('<i>nghỉ</i>');
    expect(html).toContain('<b>3<span class="ds-sr-only"> hẹn trả</span></b>');
    expect(html).toContain('<caption class="ds-sr-only">Từng ngày, từ khi nhận đến khi trả</caption>');
  });

  it('explains only the marks that occur', () => {
    const legend = render(<DaysLegend t={t} days={days} />);
    expect(legend).toContain('nghỉ, không tính');
    expect(legend).not.toContain('dừng');
    expect(legend).not.toContain('hôm nay');
  });

  it('draws nothing for no days', () => {
    expect(render(<DaysGrid t={t} days={[]} />)).toContain('<tbody></tbody>');
  });
});
