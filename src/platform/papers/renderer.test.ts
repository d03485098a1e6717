import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { qrSvg } from './qr.ts';
import { pictureOf, poppler, testRenderer } from './testing.ts';

const templates = mkdtempSync(join(tmpdir(), 'motcua-templates-'));
mkdirSync(join(templates, 'in'));
writeFileSync(
  join(templates, 'in/simple.typ'),
  `#let data = json(bytes(sys.inputs.data))
#set document(title: "Thử", date: datetime(year: 2022, month: 7, day: 25))
#set page(paper: "a6")
#set text(font: "Tinos", fallback: false, lang: "vi", size: 40pt)
#data.text
#if "qr" in data { image(bytes(data.qr), format: "svg", width: 40mm, alt: "QR") }`,
);
writeFileSync(join(templates, 'broken.typ'), '#nothing-here');

const renderer = testRenderer(templates);
const grown = testRenderer(templates, { maxResidentBytes: 1 });
afterAll(async () => {
  await Promise.all([renderer.close(), grown.close()]);
  rmSync(templates, { recursive: true });
});

const darkPixels = (pdf: Uint8Array) => pictureOf(pdf, 1, 50).pixels.filter((grey) => grey < 128).length;

describe('paper renderer', () => {
  test('makes a tagged PDF with embedded fonts', async () => {
    const pdf = await renderer.render('in/simple.typ', { text: 'Nguyễn Thị Ở' });
    expect(poppler('pdfinfo', ['{pdf}'], pdf)).toMatch(/Tagged:\s+yes/);
    expect(poppler('pdfinfo', ['-meta', '{pdf}'], pdf)).toMatch(/pdfaid:part[^2]+2[^A]+A/);
    expect(poppler('pdffonts', ['{pdf}'], pdf)).toMatch(/Tinos-Regular.+yes yes yes/);
    expect(poppler('pdftotext', ['{pdf}', '-'], pdf).replace(/\s+/g, ' ')).toContain('Nguyễn Thị Ở');
  });

  test('really draws the hard letters', async () => {
    const blank = darkPixels(await renderer.render('in/simple.typ', { text: ' ' }));
    expect(blank).toBe(0);
    for (const letter of ['Ặ', 'Ở', 'ữ', 'Đ', 'ợ', 'Ỵ'])
      expect(darkPixels(await renderer.render('in/simple.typ', { text: letter }))).toBeGreaterThan(60);
  });

  test('shows a square for what the font cannot draw, and renders', async () => {
    const pdf = await renderer.render('in/simple.typ', { text: 'A 😀 漢' });
    expect(poppler('pdftotext', ['{pdf}', '-'], pdf).replace(/\s/g, '')).toContain('A□□');
  });

  test('treats hostile text as text', async () => {
    const text = '#panic() $x$ @a <b> \\ " </script>';
    const pdf = await renderer.render('in/simple.typ', { text });
    const shown = poppler('pdftotext', ['-raw', '{pdf}', '-'], pdf).replace(/\s/g, '');
    expect(shown).toContain(text.replace(/\s/g, ''));
  });

  test('draws a QR code', async () => {
    const pdf = await renderer.render('in/simple.typ', { text: 'Q', qr: qrSvg('http://localhost:8080/x') });
    expect(darkPixels(pdf)).toBeGreaterThan(500);
  });

  test('gives the same bytes for the same paper', async () => {
    const [one, two] = await Promise.all([
      renderer.render('in/simple.typ', { text: 'A' }),
      renderer.render('in/simple.typ', { text: 'A' }),
    ]);
    expect(Buffer.from(one).equals(two)).toBe(true);
  });

  test('says which template failed and goes on', async () => {
    await expect(renderer.render('broken.typ', {})).rejects.toThrow('paper broken.typ');
    await expect(renderer.render('../etc/passwd', {})).rejects.toThrow();
    await renderer.render('in/simple.typ', { text: 'A' });
  });

  test('survives the death of the process, under way and between', async () => {
    await renderer.render('in/simple.typ', { text: 'A' });
    const before = renderer.pid() ?? 0;
    process.kill(before, 'SIGKILL');
    await renderer.render('in/simple.typ', { text: 'A' });
    expect(renderer.pid()).not.toBe(before);
  });

  test('replaces a process that has grown', async () => {
    await grown.render('in/simple.typ', { text: 'A' });
    const before = grown.pid();
    await grown.render('in/simple.typ', { text: 'B' });
    await grown.render('in/simple.typ', { text: 'C' });
    expect(grown.pid()).not.toBe(before);
  });
});
