import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { aFrame } from '../testing.ts';
import { DataTable } from './data-table.tsx';
import { HeldBar } from './held-bar.tsx';
import { TimeLeft, timeLeftText } from './time-left.tsx';

const { t } = aFrame();
const english = aFrame({}, 'en').t;

describe('TimeLeft', () => {
  it('speaks before it dates', () => {
    expect(timeLeftText(t, { kind: 'running', amount: 4, unit: 'days' })).toBe('còn 4 ngày làm việc');
    expect(timeLeftText(t, { kind: 'late', amount: 3, unit: 'hours' })).toBe('quá hạn 3 giờ');
    expect(timeLeftText(t, { kind: 'stopped' })).toBe('đang dừng');
    expect(timeLeftText(english, { kind: 'soon', amount: 1, unit: 'days' })).toBe('1 working day left');
    expect(timeLeftText(english, { kind: 'late', amount: 2, unit: 'days' })).toBe('2 working days overdue');
  });

  it('adds icon and colour only when they say something', () => {
    expect(render(<TimeLeft t={t} left={{ kind: 'running', amount: 4, unit: 'days' }} />)).toBe(
      '<span class="left">còn 4 ngày làm việc</span>',
    );
    expect(render(<TimeLeft t={t} left={{ kind: 'late', amount: 1, unit: 'days' }} />)).toMatch(
      /data-color="danger"><svg/,
    );
  });
});

describe('DataTable', () => {
  const rows = [{ number: '220712-0031', who: '<b>Sáu</b>' }];
  const columns = [
    {
      head: 'Số hồ sơ',
      cell: (row: (typeof rows)[0]) => row.number,
      rowHeader: true,
      sort: { href: '?xep=so', direction: 'ascending' as const },
    },
    { head: 'Người nộp', cell: (row: (typeof rows)[0]) => row.who },
  ];

  it('stays a table for those who hear it', () => {
    const html = render(<DataTable t={t} caption="Hồ sơ" columns={columns} rows={rows} />);
    expect(html).toContain('role="table"');
    expect(html).toContain('<th role="rowheader" scope="row">220712-0031</th>');
    expect(html).toContain('aria-sort="ascending"');
    expect(html).not.toContain('<b>Sáu');
  });

  it('names each box by its row and heads each group over the whole width', () => {
    const select = {
      name: 'ho-so',
      value: (row: (typeof rows)[0]) => row.number,
      label: (row: (typeof rows)[0]) => row.number,
    };
    const groups = [{ title: 'Quá hạn', count: 1, rows }];
    const html = render(
      <DataTable t={t} caption="Hồ sơ" columns={columns} groups={groups} select={select} />,
    );
    expect(html).toContain('aria-label="Chọn 220712-0031"');
    expect(html).toContain('scope="rowgroup" colspan="3"');
  });
});

describe('HeldBar', () => {
  it('shares the width by minutes and hatches what was stopped', () => {
    const html = render(
      <HeldBar
        parts={[
          { shade: 'a', minutes: 60 },
          { shade: 'stop', minutes: 180 },
        ]}
      />,
    );
    expect(html).toContain('class="a" x="0.00%" width="24.60%"');
    expect(html).toMatch(/class="stop" fill="url\(#dung\)" x="25.00%"/);
  });

  it('stands with nothing to show', () => {
    expect(render(<HeldBar parts={[]} />)).not.toContain('<rect');
  });
});
