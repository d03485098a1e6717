import { deflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import { describe, expect, test } from 'vitest';
import { checkContent, MAX_FILE_BYTES } from './content.ts';

async function aPdf(): Promise<Buffer> {
  const pdf = PDF.create();
  pdf.addPage({ size: 'a4' });
  return Buffer.from(await pdf.save());
}

async function anEncryptedPdf(): Promise<Buffer> {
  const pdf = await PDF.load(await aPdf());
  pdf.setProtection({ userPassword: 'mật khẩu' });
  return Buffer.from(await pdf.save());
}

function chunk(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
}

function aPng(width = 1): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const data = chunk('IDAT', deflateSync(Buffer.from([0, 0])));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
}

const jpegFrame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
const aJpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]),
  jpegFrame,
  Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0, 0xff, 0xd9]),
]);

describe('content of an uploaded file', () => {
  test('PDF, JPEG and PNG are recognised', async () => {
    expect(checkContent(await aPdf())).toEqual({ ok: true, mediaType: 'application/pdf' });
    expect(checkContent(aJpeg)).toEqual({ ok: true, mediaType: 'image/jpeg' });
    expect(checkContent(aPng())).toEqual({ ok: true, mediaType: 'image/png' });
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['too-large', Buffer.concat([aJpeg, Buffer.alloc(21 * 1024 * 1024)])],
    ['wrong-kind', Buffer.from('<script>alert(1)</script>')],
    ['wrong-kind', Buffer.from('MZ\u0090 program.pdf')],
    ['wrong-kind', Buffer.from('PK\u0003\u0004')],
    ['wrong-kind', Buffer.alloc(64)],
    ['damaged', Buffer.from('%PDF-1.7\nnothing follows')],
    ['damaged', Buffer.from('%PDF-1.7\nstartxref\n99999999\n%%EOF')],
    ['damaged', aJpeg.subarray(0, 15)],
    ['damaged', aPng().subarray(0, 40)],
    ['damaged', aPng(0)],
  ])('%s', (problem, bytes) => {
    expect(checkContent(bytes)).toEqual({ ok: false, problem });
  });

  test('exactly 20 MB pass', async () => {
    const pad = MAX_FILE_BYTES - aJpeg.length;
    const padded = Buffer.concat([aJpeg.subarray(0, -2), Buffer.alloc(pad), aJpeg.subarray(-2)]);
    expect(padded.length).toBe(MAX_FILE_BYTES);
    expect(checkContent(padded).ok).toBe(true);
  });

  test('a PDF with a password is refused, a cut one too', async () => {
    expect(checkContent(await anEncryptedPdf())).toEqual({ ok: false, problem: 'encrypted' });
    const cut = (await aPdf()).subarray(0, -40);
    expect(checkContent(cut)).toEqual({ ok: false, problem: 'damaged' });
  });

  test('bytes before the header shift the offsets', async () => {
    expect(checkContent(Buffer.concat([Buffer.from('\r\n\r\n'), await aPdf()])).ok).toBe(true);
  });
});
