import { type KnownReport, reports } from '#modules/reports/index.ts';

/** Every report that can be asked for by its code: a module that makes one adds it here. */
export const knownReports: readonly KnownReport[] = [...reports];
