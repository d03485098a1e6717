import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The four TTFs of Tinos, the only fonts of papers (other packages are split by script or lack letters). */
export function paperFontPaths(): string[] {
  const require = createRequire(import.meta.url);
  return faces.map((face) => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));
}

let cached: ReadonlySet<number> | undefined;

/** Code points that every one of the four faces can draw. */
export function paperCoverage(): ReadonlySet<number> {
  if (!cached) {
    const [regular = new Set<number>(), ...others] = paperFontPaths().map((path) =>
      coverageOfFont(readFileSync(path)),
    );
    cached = new Set([...regular].filter((code) => others.every((face) => face.has(code))));
  }
  return cached;
}

/** Reads the Unicode character map of a TrueType font: missing glyphs are silent otherwise. */
export function coverageOfFont(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const record = cmap + 4 + i * 8;
    const platform = font.readUInt16BE(record);
    if (platform !== 0 && platform !== 3) continue;
    const subtable = cmap + font.readUInt32BE(record + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addSegments(font, subtable, covered);
    if (format === 12) addGroups(font, subtable, covered);
  }
  return covered;
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without table ${tag}`);
}

function addSegments(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  for (let i = 0; i < doubled; i += 2) {
    const first = font.readUInt16BE(starts + i);
    const last = font.readUInt16BE(ends + i);
    const range = font.readUInt16BE(ranges + i);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const inRange = range === 0 ? code : font.readUInt16BE(ranges + i + range + (code - first) * 2);
      const glyph = inRange === 0 ? 0 : (inRange + font.readUInt16BE(deltas + i)) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

function addGroups(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const last = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= last; code++) covered.add(code);
  }
}
