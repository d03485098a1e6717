import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A file that somebody sends as a scan. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const text = (content: string): Uint8Array => Buffer.from(content, 'latin1');
const bytes = (...all: readonly number[]): Uint8Array => Uint8Array.from(all);
const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

function be32(value: number): Uint8Array {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value >>> 0);
  return four;
}

/** A chunk of a PNG; the sum at its end is wrong unless somebody looks. */
const chunk = (kind: string, data: Uint8Array) => join(be32(data.length), text(kind), data, be32(0));
const pngHead = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const header = (width: number, height: number) =>
  chunk('IHDR', join(be32(width), be32(height), bytes(8, 2, 0, 0, 0)));
const png = (width: number, height: number, ...more: readonly Uint8Array[]) =>
  join(pngHead, header(width, height), ...more, chunk('IEND', new Uint8Array()));

const frame = (width: number, height: number) =>
  bytes(
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x22,
    0,
    2,
    17,
    1,
    3,
    17,
    1,
  );
const jpeg = (width: number, height: number, ...more: readonly Uint8Array[]) =>
  join(bytes(0xff, 0xd8), ...more, frame(width, height), bytes(0xff, 0xd9));

/** A PDF with a table that fits, whatever its objects say. */
function pdf(objects: readonly string[], trailer = '', before = ''): Uint8Array {
  let body = `${before}%PDF-1.7\n`;
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = body.length;
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return text(`${body}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
}

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
const catalog = '<</Type/Catalog/Pages 2 0 R>>';
const pages = (kids = '3 0 R', count = 1) => `<</Type/Pages/Kids[${kids}]/Count ${count}>>`;
const whole = pdf([catalog, pages(), page]);

/** A local file of a ZIP with its directory. */
function zip(name: string, content: Uint8Array, claims = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const field = (value: number, size: 2 | 4) => {
    const out = Buffer.alloc(size);
    if (size === 2) out.writeUInt16LE(value);
    else out.writeUInt32LE(value >>> 0);
    return out;
  };
  const facts = join(
    field(20, 2),
    field(0, 2),
    field(8, 2),
    field(0, 4),
    field(0, 4),
    field(packed.length, 4),
  );
  const sizes = join(facts, field(claims, 4), field(name.length, 2), field(0, 2));
  const local = join(text('PK\x03\x04'), sizes, text(name), packed);
  const central = join(text('PK\x01\x02'), field(20, 2), sizes, Buffer.alloc(14), text(name));
  const end = join(text('PK\x05\x06'), field(0, 4), field(1, 2), field(1, 2), field(central.length, 4));
  return join(local, central, end, field(local.length, 4), field(0, 2));
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(7)</script></svg>';
const html = '<!doctype html><script>alert(7)</script>';
const zeros = new Uint8Array(8 * 2 ** 20);

const notScans: readonly HostileFile[] = [
  { name: 'rỗng.pdf', bytes: new Uint8Array() },
  { name: 'một.pdf', bytes: bytes(0x25) },
  { name: 'chương trình.exe.pdf', bytes: text('MZ\x90\x00\x03') },
  { name: 'elf.png', bytes: text('\x7fELF\x02\x01\x01') },
  { name: 'kịch bản.sh.jpg', bytes: text('#!/bin/sh\nid\n') },
  { name: 'trang.html', bytes: text(html) },
  { name: 'hình.svg', bytes: text(svg) },
  { name: 'hình.svg.png', bytes: text(`<?xml version="1.0"?>${svg}`) },
  { name: 'thực thể.svg', bytes: text(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${svg}`) },
  { name: 'cười.xml', bytes: text('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>') },
  { name: 'bảng.csv', bytes: text('=1+1,2\n') },
  { name: 'văn bản.txt', bytes: Buffer.from('\ufeffNguyễn', 'utf16le') },
  { name: 'ảnh.gif', bytes: text('GIF89a/*\x01\x00*/=1;alert(7)') },
  { name: 'ảnh.bmp', bytes: text('BM\x46\x00\x00\x00') },
  { name: 'ảnh.tiff', bytes: bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0) },
  { name: 'ảnh.webp', bytes: text('RIFF\x24\x00\x00\x00WEBPVP8 ') },
  { name: 'ảnh.heic', bytes: text('\x00\x00\x00\x18ftypheic') },
  { name: 'phim.mp4', bytes: text('\x00\x00\x00\x18ftypmp42') },
  { name: 'nén.zip', bytes: zip('a.txt', text('a')) },
  { name: 'bom.zip', bytes: zip('a', zeros, 2 ** 32 - 1) },
  { name: 'lên trên.zip', bytes: zip('../../../../tmp/x', text('a')) },
  { name: 'bảng.xlsx', bytes: zip('xl/workbook.xml', text('<x/>')) },
  { name: 'bom.gz', bytes: gzipSync(zeros) },
  { name: 'gói.7z', bytes: bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) },
  { name: 'gói.rar', bytes: text('Rar!\x1a\x07\x00') },
  { name: 'thư.eml', bytes: text('From: a\r\nTo: b\r\n\r\n<script>alert(7)</script>') },
  { name: 'lớn.pdf', bytes: Buffer.concat([text('%PDF-1.7\n'), new Uint8Array(21 * 2 ** 20)]) },
];

const brokenScans: readonly HostileFile[] = [
  { name: 'chỉ đầu.pdf', bytes: text('%PDF-1.7\n') },
  { name: 'nửa.pdf', bytes: whole.slice(0, whole.length / 2) },
  { name: 'thiếu cuối.pdf', bytes: whole.slice(0, -7) },
  { name: 'khóa.pdf', bytes: pdf([catalog, pages(), page], '/Encrypt 9 0 R') },
  { name: 'không gốc.pdf', bytes: text(Buffer.from(whole).toString('latin1').replace('/Root 1 0 R', '')) },
  { name: 'bảng ngoài.pdf', bytes: text('%PDF-1.7\nstartxref\n9999999999\n%%EOF\n') },
  { name: 'chỉ đầu.png', bytes: pngHead },
  { name: 'không điểm.png', bytes: png(0, 0) },
  { name: 'nửa.png', bytes: png(10, 10).slice(0, 30) },
  { name: 'dài quá.png', bytes: join(pngHead, be32(2 ** 31), text('IHDR')) },
  { name: 'chỉ đầu.jpg', bytes: bytes(0xff, 0xd8, 0xff) },
  { name: 'không điểm.jpg', bytes: jpeg(0, 0) },
  { name: 'không cuối.jpg', bytes: jpeg(10, 10).slice(0, -2) },
  { name: 'đoạn dài.jpg', bytes: bytes(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xd9) },
];

/** Their frame is that of a scan: they are kept, and must do nothing. */
const keptScans: readonly HostileFile[] = [
  {
    name: 'kịch bản.pdf',
    bytes: pdf(['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(7))>>>>', pages(), page]),
  },
  {
    name: 'mở trang.pdf',
    bytes: pdf(['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://x.invalid)>>>>', pages(), page]),
  },
  {
    name: 'chạy.pdf',
    bytes: pdf(['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(cmd.exe)>>>>', pages(), page]),
  },
  { name: 'trang vòng.pdf', bytes: pdf([catalog, pages('2 0 R')]) },
  { name: 'tỷ trang.pdf', bytes: pdf([catalog, pages('3 0 R', 999_999_999), page]) },
  { name: 'không trang.pdf', bytes: pdf([catalog, pages('', 0)]) },
  { name: 'trang thiếu.pdf', bytes: pdf([catalog, pages('9 0 R')]) },
  { name: 'gốc sai.pdf', bytes: pdf(['null', pages(), page]) },
  { name: 'bảng vòng.pdf', bytes: pdf([catalog, pages(), page], '/Prev 15') },
  { name: 'sâu.pdf', bytes: pdf([catalog, pages(), `${'['.repeat(5000)}${']'.repeat(5000)}`]) },
  { name: 'khổ lớn.pdf', bytes: pdf([catalog, pages(), page.replace('595 842', '1e9 1e9')]) },
  { name: 'bom.pdf', bytes: pdf([catalog, pages(), page.replace('>>', '/Contents 4 0 R>>'), bomb()]) },
  { name: 'trang web.pdf', bytes: pdf([catalog, pages(), page], '', `${html}\n`) },
  { name: 'hai loại.pdf', bytes: join(zip('a.txt', text('a')).slice(0, 60), whole) },
  { name: 'đuôi.pdf', bytes: whole },
  { name: 'vô tận.png', bytes: png(2 ** 31 - 1, 2 ** 31 - 1) },
  { name: 'bom.png', bytes: png(60_000, 60_000, chunk('IDAT', deflateSync(zeros))) },
  { name: 'chú thích.png', bytes: png(1, 1, chunk('tEXt', text(`Comment\0${html}`))) },
  { name: 'tổng sai.png', bytes: png(1, 1, chunk('IDAT', text('x'))) },
  { name: 'đuôi php.png', bytes: join(png(1, 1), text('<?php system("id") ?>')) },
  { name: 'rộng.jpg', bytes: jpeg(65_535, 65_535) },
  { name: 'chú thích.jpg', bytes: jpeg(1, 1, bytes(0xff, 0xfe, 0, html.length + 2), text(html)) },
];

/** Whole scans whose names are the trouble. */
const names: readonly string[] = [
  '../../../../etc/passwd',
  '..\\..\\x.pdf',
  'C:\\x.pdf',
  '/etc/passwd',
  'CON.pdf',
  'a\u0000.pdf',
  `${'ặ'.repeat(400)}.pdf`,
  '\u202Egpj.exe',
  '"><script>alert(7)</script>.pdf',
  "'; drop table documents.stored_file; --.pdf",
  'a\r\nSet-Cookie: session=stolen.pdf',
  ' ',
  '.pdf',
  '...',
  'Giấy khai sinh.pdf'.normalize('NFD'),
  '😀.pdf',
  'a;b=c.pdf',
  '__proto__',
];

function bomb(): string {
  const packed = Buffer.from(deflateSync(zeros)).toString('latin1');
  return `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}\nendstream`;
}

export const hostileFiles: readonly HostileFile[] = [
  ...notScans,
  ...brokenScans,
  ...keptScans,
  ...names.map((name, at) => ({ name, bytes: join(whole, text(`% ${at}\n`)) })),
];
