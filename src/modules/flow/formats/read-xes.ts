import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isDamaged } from './log-file.ts';
import { XesCases, type XesPart } from './xes-cases.ts';

/** XES knows log, trace, event and attributes of attributes: who nests deeper means harm. */
const MOST_DEPTH = 64;
/** Of one tag, text or comment: it is held until it ends. */
const MOST_QUIET = 4 * 1024 * 1024;

/** Stops reading: what follows cannot be understood. */
class Stop extends Error {}

/**
 * Reads an event log (XES, IEEE 1849) as it comes: its cases one after the other, and what cannot be read, with the line.
 * After a fatal doubt nothing follows. Nothing outside the file is ever read, no entity of its own is resolved.
 */
export async function* readXes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<XesPart> {
  const cases = new XesCases();
  const parser = openParser(cases);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) {
      write(parser, cases, decode(decoder, chunk, cases, parser.line));
      yield* cases.take();
    }
    write(parser, cases, decode(decoder, undefined, cases, parser.line));
    parser.close();
    if (!cases.isLog) cases.stop('no-log', parser.line);
  } catch (error) {
    if (isDamaged(error)) cases.stop('damaged', parser.line);
    else if (!(error instanceof Stop)) throw error;
  }
  yield* cases.take();
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined, cases: XesCases, line: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    cases.stop('encoding', line);
    throw new Stop();
  }
}

function write(parser: SaxesParser, cases: XesCases, text: string): void {
  const PIECE = 64 * 1024; // so that what is found to be harmful stops soon
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = text.slice(at, at + PIECE);
    parser.write(piece);
    cases.quiet += piece.length;
    if (cases.quiet > MOST_QUIET) {
      cases.stop('too-long', parser.line);
      throw new Stop();
    }
  }
}

function openParser(cases: XesCases): SaxesParser {
  const parser = new SaxesParser();
  const stop = (...about: Parameters<XesCases['stop']>) => {
    cases.stop(...about);
    throw new Stop();
  };
  parser.on('error', ({ message }) => stop('not-xml', parser.line, message.replace(/^[\d:]+ /, '')));
  parser.on('doctype', () => stop('document-type', parser.line));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && encoding.toLowerCase() !== 'utf-8') stop('encoding', parser.line, encoding);
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const wrong = cases.depth >= MOST_DEPTH ? 'too-deep' : cases.open(tag.name, tag.attributes, parser.line);
    if (wrong) stop(wrong, parser.line);
  });
  parser.on('closetag', () => cases.close(parser.line));
  return parser;
}
