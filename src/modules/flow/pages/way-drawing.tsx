import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Passage, StepFlow } from '../rules/flow-of-steps.ts';
import type { FlowStep } from '../rules/happened.ts';

const WIDTH = 380;
const BOX = { x: 84, width: 212, height: 44 };
const PITCH = 84;
/** Lines beside the boxes; what is rarer stands in the table. */
const MOST_BESIDE = 4;
const LETTERS = 28;

interface WayDrawingProps {
  readonly t: Words;
  readonly design: readonly FlowStep[];
  readonly steps: readonly StepFlow[];
  readonly passages: readonly Passage[];
  readonly whole: number;
}

/**
 * The process as designed from above to below; how many went each way. What goes on leads downwards, at the right past
 * steps that were left out, at the left back to steps that were done again. The tables say the same in figures.
 */
export function WayDrawing({ t, design, steps, passages, whole }: WayDrawingProps) {
  const place = (code: string) => design.findIndex((step) => step.code === code);
  const placed = passages.map((one) => ({ ...one, a: place(one.from), b: place(one.to) }));
  const frequent = (is: (one: Placed) => boolean) =>
    placed
      .filter(is)
      .sort((x, y) => y.count - x.count)
      .slice(0, MOST_BESIDE);
  const props = { whole, height: design.length * PITCH - (PITCH - BOX.height) + 16 };
  return (
    <svg class="way" viewBox={`0 0 ${WIDTH} ${props.height}`} role="img" aria-labelledby="way-title way-text">
      <title id="way-title">{t('flow.ways.drawing')}</title>
      <desc id="way-text">{t('flow.ways.drawing-text')}</desc>
      {placed
        .filter(({ a, b }) => b === a + 1)
        .map((one) => (
          <Down {...one} whole={whole} />
        ))}
      {frequent(({ a, b }) => b > a + 1).map((one, index) => (
        <Beside {...one} whole={whole} index={index} side="skip" />
      ))}
      {frequent(({ a, b }) => b <= a).map((one, index) => (
        <Beside {...one} whole={whole} index={index} side="back" />
      ))}
      {design.map(({ code, name }, index) => (
        <Box name={name} index={index} passed={steps.find((step) => step.code === code)?.passed ?? 0} />
      ))}
    </svg>
  );
}

type Placed = Passage & { readonly a: number; readonly b: number };

const top = (index: number) => 8 + index * PITCH;
const middle = (index: number) => top(index) + BOX.height / 2;
const thickness = (count: number, whole: number) =>
  (1 + 5 * (whole === 0 ? 0 : Math.min(1, count / whole))).toFixed(1);

function Box({
  name,
  index,
  passed,
}: {
  readonly name: string;
  readonly index: number;
  readonly passed: number;
}) {
  const [first = '', second] = twoLines(name);
  const x = BOX.x + 10;
  return (
    <g class={passed === 0 ? 'box unused' : 'box'}>
      <rect x={BOX.x} y={top(index)} width={BOX.width} height={BOX.height} rx="6" />
      <text x={x} y={top(index) + (second ? 18 : 27)}>
        {first}
      </text>
      {second ? (
        <text x={x} y={top(index) + 35}>
          {second}
        </text>
      ) : null}
    </g>
  );
}

function Down({ a, count, whole }: Placed & { readonly whole: number }) {
  const [x, from, to] = [BOX.x + BOX.width / 2, top(a) + BOX.height, top(a + 1)];
  return (
    <g class="on">
      <path d={`M${x} ${from}V${to - 7}`} stroke-width={thickness(count, whole)} />
      <path class="head" d={`M${x - 6} ${to - 9}h12l-6 9z`} />
      <text x={x + 12} y={(from + to) / 2 + 4}>
        {groupThousands(count)}
      </text>
    </g>
  );
}

interface BesideProps extends Placed {
  readonly whole: number;
  readonly index: number;
  readonly side: 'skip' | 'back';
}

/** An arc at the right (leaving out) or at the left (back); each a little further outside than the one before. */
function Beside({ a, b, count, whole, index, side }: BesideProps) {
  const [x, out] = side === 'skip' ? [BOX.x + BOX.width, 1] : [BOX.x, -1];
  const [from, to] = [middle(a) + (a === b ? 8 : 6), middle(b) - (a === b ? 8 : 6)];
  const reach = x + out * (20 + 10 * index);
  const y = (from + to) / 2 + 4 + (a === b ? 0 : 16 * index - 8);
  return (
    <g class={side}>
      <path
        d={`M${x} ${from}C${reach} ${from} ${reach} ${to} ${x + out * 7} ${to}`}
        stroke-width={thickness(count, whole)}
      />
      <path class="head" d={`M${x + out * 9} ${to - 5}v10l${out * -9} -5z`} />
      <text x={x + out * (20 + 9 * index)} y={y} text-anchor={side === 'skip' ? 'start' : 'end'}>
        {groupThousands(count)}
      </text>
    </g>
  );
}

/** A long name over two lines, cut where it has no end. */
function twoLines(name: string): string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '' || line.length + word.length < LETTERS)
      lines.splice(-1, 1, line ? `${line} ${word}` : word);
    else lines.push(word);
  }
  const [first = '', second, ...rest] = lines;
  if (second === undefined) return [first];
  return [first, rest.length > 0 ? `${second.slice(0, LETTERS - 2)}…` : second];
}
