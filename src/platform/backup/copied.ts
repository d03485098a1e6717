import type { SumLine } from './sums.ts';

/** What a part of a backup consists of; paths are below the folder of the backup. */
export interface Copied {
  readonly sums: readonly SumLine[];
  /** Also the empty ones: PostgreSQL wants to find some. */
  readonly folders: readonly string[];
  readonly bytes: number;
}

/** Collects what is copied. */
export class CopiedParts implements Copied {
  readonly sums: SumLine[] = [];
  readonly folders: string[] = [];
  bytes = 0;

  add(path: string, { sha256, size }: { readonly sha256: string; readonly size: number }): void {
    this.sums.push({ sha256, path });
    this.bytes += size;
  }
}
