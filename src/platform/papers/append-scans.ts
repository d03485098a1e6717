import { PDF, type PDFPage } from '@libpdf/core';

export interface ScanToAppend {
  readonly bytes: Uint8Array;
  /** `application/pdf`, `image/jpeg` or `image/png`. */
  readonly mediaType: string;
}

const A4 = { short: 595.28, long: 841.89 } as const;
const MARGIN = 20;

/** The PDF with the scans behind it: of a PDF the pages without what can be pressed or run, a picture on a page A4. */
export async function appendScans(bytes: Uint8Array, scans: readonly ScanToAppend[]): Promise<Uint8Array> {
  if (scans.length === 0) return bytes;
  const pdf = await PDF.load(bytes);
  for (const scan of scans) {
    if (scan.mediaType === 'application/pdf') await appendPages(pdf, scan.bytes);
    else appendPicture(pdf, scan.bytes);
  }
  return pdf.save();
}

/** How many pages a scan has; undefined: it cannot be read. */
export async function countPages({ bytes, mediaType }: ScanToAppend): Promise<number | undefined> {
  try {
    const pdf = PDF.create();
    if (mediaType === 'application/pdf') await appendPages(pdf, bytes);
    else appendPicture(pdf, bytes);
    return pdf.getPageCount();
  } catch {
    return undefined; // whatever is wrong with it: it is not signed
  }
}

async function appendPages(pdf: PDF, bytes: Uint8Array): Promise<void> {
  const source = await PDF.load(bytes);
  const indices = Array.from({ length: source.getPageCount() }, (_, index) => index);
  if (indices.length === 0) throw new Error('a PDF without pages');
  const copied = await pdf.copyPagesFrom(source, indices, { includeAnnotations: false });
  for (const page of copied) stripActions(page);
}

function stripActions(page: PDFPage): void {
  for (const key of ['AA', 'Metadata', 'PieceInfo']) page.dict.delete(key);
}

function appendPicture(pdf: PDF, bytes: Uint8Array): void {
  const image = pdf.embedImage(bytes);
  const lies = image.width > image.height;
  const [width, height] = lies ? [A4.long, A4.short] : [A4.short, A4.long];
  const scale = Math.min((width - 2 * MARGIN) / image.width, (height - 2 * MARGIN) / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  const place = { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h };
  pdf.addPage({ width, height }).drawImage(image, place);
}
