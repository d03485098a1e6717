import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';

/** Shades of one colour tell offices apart; the hatch means stopped. */
export type HeldShade = 'a' | 'b' | 'c' | 'd' | 'stop';

export interface HeldPart {
  readonly shade: HeldShade;
  /** Office minutes. */
  readonly minutes: number;
}

const HEIGHT = 36;
const GAP = 0.4;

/** Who held the dossier, one after the other, in office minutes. The table beside it says the same in figures. */
export function HeldBar({ parts }: { readonly parts: readonly HeldPart[] }) {
  const total = parts.reduce((sum, part) => sum + part.minutes, 0);
  let at = 0;
  return (
    <svg class="held" width="100%" height={HEIGHT} aria-hidden="true">
      <defs>
        <pattern id="dung" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {parts.map((part) => {
        const share = total === 0 ? 0 : (part.minutes / total) * 100;
        const x = at;
        at += share;
        const width = Math.max(share - GAP, 0.8);
        return (
          <rect
            class={part.shade}
            fill={part.shade === 'stop' ? 'url(#dung)' : undefined}
            x={`${x.toFixed(2)}%`}
            width={`${width.toFixed(2)}%`}
            height={HEIGHT}
          />
        );
      })}
    </svg>
  );
}

export interface HeldRow {
  readonly shade: HeldShade;
  readonly name: string;
  readonly time: ComponentChildren;
}

interface HeldTableProps {
  readonly t: Words;
  readonly offices: readonly HeldRow[];
  readonly counted: ComponentChildren;
  readonly stopped: readonly HeldRow[];
}

/** Adds up exactly: offices, what was counted, then what was stopped. */
export function HeldTable({ t, offices, counted, stopped }: HeldTableProps) {
  return (
    <table class="ds-table heldtable" data-color="neutral">
      <caption class="ds-sr-only">{t('ui.held.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.held.who')}</th>
          <th scope="col" class="num">
            {t('ui.held.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {offices.map((row) => (
          <HeldLine {...row} />
        ))}
        <tr>
          <th scope="row">
            <strong>{t('ui.held.counted')}</strong>
          </th>
          <td class="num">
            <strong>{counted}</strong>
          </td>
        </tr>
        {stopped.map((row) => (
          <HeldLine {...row} />
        ))}
      </tbody>
    </table>
  );
}

function HeldLine({ shade, name, time }: HeldRow) {
  return (
    <tr>
      <th scope="row">
        <span class={`swatch ${shade}`} />
        {name}
      </th>
      <td class="num">{time}</td>
    </tr>
  );
}
