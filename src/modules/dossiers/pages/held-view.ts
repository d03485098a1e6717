import type { HeldPart, HeldShade } from '#ui/components/held-bar.tsx';
import { type HeldStretch, heldByOffice } from '../rules/held-time.ts';

export interface HeldView {
  readonly parts: readonly HeldPart[];
  readonly offices: readonly {
    readonly shade: HeldShade;
    readonly name: string;
    readonly minutes: number;
  }[];
  readonly counted: number;
  readonly stopped: number;
}

const shades = ['a', 'b', 'c', 'd'] as const;

/** Each office keeps its shade in bar and table, in the order in which they came to hold the dossier. */
export function heldView(stretches: readonly HeldStretch[]): HeldView {
  const names = [...new Set(stretches.filter((one) => !one.stopped).map((one) => one.officeName))];
  const shadeOf = (name: string): HeldShade => shades[names.indexOf(name)] ?? 'd';
  const { offices, counted, stopped } = heldByOffice(stretches);
  return {
    parts: stretches.map((one) => ({
      shade: one.stopped ? 'stop' : shadeOf(one.officeName),
      minutes: one.minutes,
    })),
    offices: offices.map(({ officeName, minutes }) => ({
      shade: shadeOf(officeName),
      name: officeName,
      minutes,
    })),
    counted,
    stopped,
  };
}
