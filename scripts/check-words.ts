import { existsSync, globSync, readFileSync } from 'node:fs';

/**
 * `node scripts/check-words.ts`: both languages of every module have the same keys and the same {parameters},
 * every key that the code uses exists, and none is unused. Keys built at run time count by their literal
 * prefix: t(`dossiers.state.${state}`). A refusal asks for something to be done now, or says that nothing is left to do; whether
 * it is the right thing is for people to read.
 */
type Table = Record<string, string>;

const problems: string[] = [];
const saysWhatNow = /(^|[\s.;:,])(xin|hãy|không cần làm gì thêm)[\s.]/i;
const known = new Map<string, string>();
const parametersOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((found) => found[1])
    .sort()
    .join();

for (const viFile of globSync('src/**/words/vi.json').sort()) {
  const enFile = viFile.replace(/vi\.json$/, 'en.json');
  const module = viFile.split('/').at(-3) ?? '';
  const vi = JSON.parse(readFileSync(viFile, 'utf8')) as Table;
  const en = existsSync(enFile) ? (JSON.parse(readFileSync(enFile, 'utf8')) as Table) : {};
  for (const [key, text] of Object.entries(vi)) {
    known.set(`${module}.${key}`, viFile);
    if (text !== text.normalize('NFC')) problems.push(`${viFile}: ${key} is not NFC`);
    if (key.startsWith('refusal.') && !saysWhatNow.test(text))
      problems.push(`${viFile}: ${key} does not say what to do now`);
    const english = en[key];
    if (english === undefined) problems.push(`${enFile}: ${key} is missing`);
    else if (parametersOf(text) !== parametersOf(english))
      problems.push(`${enFile}: ${key} has other {parameters}`);
  }
  for (const key of Object.keys(en)) if (!(key in vi)) problems.push(`${viFile}: ${key} is missing`);
}

const used = new Set<string>();
const prefixes = new Set<string>();
const modules = [...new Set([...known.keys()].map((key) => key.split('.', 1)[0] ?? ''))];
const literal = new RegExp(`(['"\`])((?:${modules.join('|')})\\.[\\w.-]*)(\\1|\\$\\{)`, 'g');
const refusal = /['"`]([a-z-]+)\/([a-z0-9-]+)['"`]/g;

for (const file of globSync('src/**/*.{ts,tsx}')) {
  if (/\.test\.tsx?$|testing[^/]*\.ts$/.test(file)) continue;
  const source = readFileSync(file, 'utf8');
  for (const [, , key = '', end] of source.matchAll(literal)) {
    if (end === '${') prefixes.add(key);
    else if (known.has(key)) used.add(key);
    else if (new RegExp(`\\bt\\(\\s*['"\`]${key.replaceAll('.', '\\.')}['"\`]`).test(source))
      problems.push(`${file}: the words ${key} do not exist`);
    else if (key.endsWith('.')) prefixes.add(key);
  }
  for (const [, module, code] of source.matchAll(refusal)) used.add(`${module}.refusal.${code}`);
}

const byPrefix = (key: string) =>
  [...prefixes].some((prefix) => !modules.includes(prefix.slice(0, -1)) && key.startsWith(prefix));
for (const [key, file] of known)
  if (!used.has(key) && !byPrefix(key)) problems.push(`${file}: ${key} is not used`);

for (const problem of problems) console.error(problem);
console.log(`${known.size} words, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
