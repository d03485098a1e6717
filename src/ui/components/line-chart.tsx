export interface ChartLine {
  /** Written at its end, with its last value. */
  readonly name: string;
  /** From the oldest to the newest. */
  readonly values: readonly number[];
}

interface LineChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly description: string;
  /** Under the points. */
  readonly labels: readonly string[];
  /** At most three: each has its own stroke. */
  readonly lines: readonly ChartLine[];
}

interface Drawing {
  readonly class: string;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Every so many labels are written. */
  readonly each: number;
}

const wide: Drawing = {
  ...{ class: 'chart', width: 640, height: 300, left: 52, right: 470, top: 20, bottom: 262, each: 1 },
};
/** For phones. */
const slim: Drawing = {
  ...{ class: 'chart slim', width: 344, height: 250, left: 34, right: 336, top: 30, bottom: 214, each: 2 },
};
const STEPS = 4;
const LINE_HEIGHT = 17;

/** Lines named directly, in two drawings of which the screen shows one; the table beside it says the same. */
export function LineChart(props: LineChartProps) {
  return (
    <figure>
      <OneDrawing {...props} drawing={wide} />
      <OneDrawing {...props} id={`${props.id}-s`} drawing={slim} />
    </figure>
  );
}

/** A round number of which four make the whole scale. */
export function stepFor(highest: number): number {
  const least = Math.max(highest, 1) / STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= least && one % 1 === 0);
  return step ?? Math.ceil(least);
}

function OneDrawing({
  id,
  title,
  description,
  labels,
  lines,
  drawing,
}: LineChartProps & { drawing: Drawing }) {
  const { width, height, left, right, top, bottom, each } = drawing;
  const step = stepFor(Math.max(0, ...lines.flatMap(({ values }) => values)));
  const x = (at: number) => round(left + ((right - left) * at) / Math.max(labels.length - 1, 1));
  const y = (value: number) => round(bottom - ((bottom - top) * value) / (step * STEPS));
  const scale = Array.from({ length: STEPS + 1 }, (_, index) => index * step);
  const newest = labels.length - 1;
  return (
    <svg
      class={drawing.class}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {scale.map((value) => (
        <>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text class="axis" x={left - 8} y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        </>
      ))}
      {labels.map((label, at) =>
        (newest - at) % each === 0 ? (
          <text
            class="axis"
            x={x(at)}
            y={bottom + 24}
            text-anchor={at === newest && each > 1 ? 'end' : 'middle'}
          >
            {label}
          </text>
        ) : null,
      )}
      {lines.map(({ values }, index) => (
        <polyline
          class={`line-${index + 1}`}
          points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')}
        />
      ))}
      <Names lines={lines} drawing={drawing} y={y} />
    </svg>
  );
}

interface NamesProps {
  readonly lines: readonly ChartLine[];
  readonly drawing: Drawing;
  readonly y: (value: number) => number;
}

/** At the ends of their lines, moved apart where two would touch. */
function Names({ lines, drawing: { each, right, width }, y }: NamesProps) {
  const above = each > 1 ? -9 : 4; // on a phone there is no room beside the line
  const ends = lines
    .map(({ name, values }) => ({ name: `${name} ${values.at(-1) ?? 0}`, at: y(values.at(-1) ?? 0) + above }))
    .sort((a, b) => a.at - b.at);
  let least = 0;
  return (
    <>
      {ends.map(({ name, at }) => {
        const shown = Math.max(at, least);
        least = shown + LINE_HEIGHT;
        return (
          <text x={each > 1 ? width - 4 : right + 10} y={shown} text-anchor={each > 1 ? 'end' : 'start'}>
            {name}
          </text>
        );
      })}
    </>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
