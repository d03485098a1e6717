import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from './build-assets.ts';

const root = resolve(import.meta.dirname, '..');
const out = mkdtempSync(join(tmpdir(), 'motcua-assets-'));
let manifest: Record<string, string> = {};

beforeAll(async () => {
  await buildAssets(root, out);
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Record<string, string>;
});
afterAll(() => rmSync(out, { recursive: true }));

describe('built assets', () => {
  it('are found by the manifest, with their hash and compressed', () => {
    expect(Object.keys(manifest).sort()).toEqual([
      'desk.css',
      'desk.js',
      'icon.svg',
      'public.css',
      'public.js',
    ]);
    for (const file of Object.values(manifest)) {
      expect(file).toMatch(/-[A-Z0-9]{8}\./);
      expect(existsSync(join(out, `${file}.gz`)) && existsSync(join(out, `${file}.br`))).toBe(true);
    }
  });

  it('stay small: scripts of a desk page under 60 KB, of a citizen page under 25 KB', () => {
    const sizeOf = (name: string) => statSync(join(out, `${manifest[name]}.gz`)).size;
    expect(sizeOf('desk.js')).toBeLessThan(60 * 1024);
    expect(sizeOf('public.js')).toBeLessThan(25 * 1024);
  });

  it('bring their own fonts and ask no other machine for anything', () => {
    for (const name of ['desk.css', 'public.css']) {
      const css = readFileSync(join(out, manifest[name] ?? ''), 'utf8');
      expect(css).toMatch(/be-vietnam-pro-vietnamese-400-normal-[A-Z0-9]{8}\.woff2/);
      expect(css.replaceAll(/url\("?data:[^)]*\)/g, '')).not.toMatch(/url\(["']?(https?:)?\/\//);
    }
  });
});
