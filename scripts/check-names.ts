import { globSync, readFileSync } from 'node:fs';

/** `node scripts/check-names.ts`: no attics, pages and tests named as such, files small. */
const attic = /(^|\/)(utils?|helpers?|common|misc|managers?|shared|lib)(\/|\.tsx?$)/;
const files = globSync('{src,scripts,outside,e2e,trials,bench}/**/*.{ts,tsx}').sort();
const problems: string[] = [];
const sizes: number[] = [];

for (const file of files) {
  if (attic.test(file)) problems.push(`${file}: says nothing about what is inside`);
  if (/\/pages\/[^/]*-page\.ts$/.test(file)) problems.push(`${file}: a page ends in -page.tsx`);
  if (file === 'src/platform/db/schema.ts' || /\.(test|e2e)\.tsx?$/.test(file)) continue;
  const lines = readFileSync(file, 'utf8').split('\n').length;
  sizes.push(lines);
  if (lines > 400) problems.push(`${file}: ${lines} lines, 400 are allowed`);
}

sizes.sort((a, b) => a - b);
const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
if (median >= 80) problems.push(`the median file has ${median} lines; it must stay under 80`);
for (const problem of problems) console.error(problem);
console.log(`${files.length} files, median ${median} lines, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
