import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPaperRenderer, type PaperRenderer } from './renderer.ts';

/** A renderer for tests, from source. */
export function testRenderer(templates: string, options: { maxResidentBytes?: number } = {}): PaperRenderer {
  const entry = fileURLToPath(new URL('./render-process.ts', import.meta.url));
  return createPaperRenderer({ templates, entry, ...options });
}

/** Output of a poppler tool (`pdftotext`, `pdfsig` …) on these bytes; `{pdf}` is the file. */
export function poppler(tool: string, args: readonly string[], pdf: Uint8Array): string {
  return withPdf(pdf, (file) =>
    execFileSync(
      tool,
      args.map((arg) => arg.replace('{pdf}', file)),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    ),
  );
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Grey values, row by row. */
  readonly pixels: Uint8Array;
}

/** One page as a grey picture: text can be extracted perfectly from letters that were never drawn. */
export function pictureOf(pdf: Uint8Array, page: number, dpi: number): Picture {
  const pgm = withPdf(pdf, (file) => {
    const range = ['-f', String(page), '-l', String(page)];
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), ...range, '-singlefile', file, `${file}.out`]);
    return readFileSync(`${file}.out.pgm`);
  });
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40));
  if (!header) throw new Error('not a grey picture');
  return {
    width: Number(header[1]),
    height: Number(header[2]),
    pixels: pgm.subarray(header[0].length),
  };
}

function withPdf<T>(pdf: Uint8Array, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
