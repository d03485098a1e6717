import type { CivilDate } from '#kernel/civil-date.ts';
import type { Level, Regime } from '#modules/catalogue/index.ts';
import type { ProcessKey, Signer, Step } from './process.ts';

/** db/seeds/processes.json */
export interface WrittenProcess {
  readonly key: ProcessKey;
  readonly signer: Signer;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
  readonly basis: string;
  readonly steps: readonly Step[];
}

/** db/seeds/sections.json: which section of an agency handles what, by which kind of process. */
export interface WrittenModel {
  readonly regime: Regime;
  readonly level: Level;
  readonly fields: Readonly<Record<string, WrittenHandling>>;
  /** By code, where one procedure differs from its field. */
  readonly procedures: Readonly<Record<string, WrittenHandling>>;
}

export interface WrittenHandling {
  readonly section: string;
  readonly process: ProcessKey;
  readonly signer: Signer;
  readonly outside: string | null;
}

export interface WorkflowData {
  readonly processes: readonly WrittenProcess[];
  readonly models: readonly WrittenModel[];
}
