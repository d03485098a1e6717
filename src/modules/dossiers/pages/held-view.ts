import type { HeldPart, HeldShade } from '#ui/components/held-bar.tsx';
import { type HeldStretch, heldByOffice, type Wait } from '../rules/held-time.ts';

export interface HeldView {
  readonly parts: readonly HeldPart[];
  readonly offices: readonly {
    readonly shade: HeldShade;
    readonly name: string;
    readonly minutes: number;
  }[];
  readonly counted: number;
  /** Office minutes in which the clock stood still, by what was waited for. */
  readonly waits: ReadonlyMap<Wait, number>;
  readonly stopped: number;
}

const shades = ['a', 'b', 'c', 'd'] as const;

/** Each office keeps its shade in bar and table, in the order in which they came to hold the dossier. */
export function heldView(stretches: readonly HeldStretch[]): HeldView {
  const names = [...new Set(stretches.filter((one) => one.wait === null).map((one) => one.officeName))];
  const shadeOf = (name: string): HeldShade => shades[names.indexOf(name)] ?? 'd';
  const { offices, counted, waits, stopped } = heldByOffice(stretches);
  return {
    parts: stretches.map((one) => ({
      shade: one.wait ? 'stop' : shadeOf(one.officeName),
      minutes: one.minutes,
    })),
    offices: offices.map(({ officeName, minutes }) => ({
      shade: shadeOf(officeName),
      name: officeName,
      minutes,
    })),
    counted,
    waits,
    stopped,
  };
}
