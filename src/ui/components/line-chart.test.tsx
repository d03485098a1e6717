import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LineChart, stepFor } from './line-chart.tsx';

test.each([
  [0, 1],
  [3, 1],
  [7, 2],
  [40, 10],
  [412, 200],
  [9_999, 2_500],
])('four steps up to %d are of %d', (highest, step) => {
  expect(stepFor(highest)).toBe(step);
  expect(stepFor(highest) * 4).toBeGreaterThanOrEqual(highest);
});

test('two drawings with title and description; each line is named at its end, names do not touch', () => {
  const html = render(
    <LineChart
      id="k"
      title="Nhận mỗi tuần"
      description="Tăng"
      labels={['18/07', '25/07']}
      lines={[
        { name: 'Tại quầy', values: [10, 20] },
        { name: 'Trực tuyến', values: [1, 20] },
      ]}
    />,
  );
  expect(html.match(/<svg/g)).toHaveLength(2);
  for (const id of ['k', 'k-s'])
    expect(html).toContain(`aria-labelledby="${id}-t" aria-describedby="${id}-d"`);
  const named = [...html.matchAll(/y="([\d.]+)"[^>]*>(?:Tại quầy|Trực tuyến) 20</g)].map(([, y]) =>
    Number(y),
  );
  expect(named).toHaveLength(4);
  expect(Math.abs((named[0] ?? 0) - (named[1] ?? 0))).toBeGreaterThan(15);
});
