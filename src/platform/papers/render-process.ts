import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RenderAnswer, RenderOrder } from './render-messages.ts';

/**
 * A process of its own: the typesetter is native code whose cache only grows, so it may be ended and started
 * again at any time without the server noticing. Arguments: folder of templates, then the font files.
 */
const [, , templates = '', ...fontFiles] = process.argv;
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
});

function render(order: RenderOrder): Uint8Array {
  const compiled = compiler.compile({
    mainFilePath: join(templates, order.template),
    inputs: { data: order.data },
    resetRead: true,
  });
  const failure = compiled.takeError();
  if (failure || !compiled.result)
    throw new Error(
      `paper ${order.template}: ${describe(failure ? compiler.fetchDiagnostics(failure) : [])}`,
    );
  const warnings = compiled.takeWarnings();
  if (warnings) throw new Error(`paper ${order.template}: ${describe(compiler.fetchDiagnostics(warnings))}`);
  return compiler.pdf(compiled.result, { pdfStandard: 'a-2a' });
}

/** The typesetter's messages quote the template, never the data, except undrawable characters. */
function describe(diagnostics: unknown[]): string {
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).join('; ');
}

function answer(order: RenderOrder): RenderAnswer {
  try {
    return { id: order.id, pdf: render(order), residentBytes: process.memoryUsage.rss() };
  } catch (error) {
    return { id: order.id, failure: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler.evictCache(10);
  }
}

process.on('message', (order: RenderOrder) => {
  process.send?.(answer(order));
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group: the server finishes its requests first, then lets this process go.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
