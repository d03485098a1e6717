import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `node scripts/complete-lockfile.ts [--check]`: adds the optional packages of foreign platforms that a
 * registry without their files leaves out of package-lock.json; `npm ci` refuses a lock without them.
 */
interface LockEntry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
interface Lock {
  packages: Record<string, LockEntry>;
}

const systems: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  android: 'android',
  sunos: 'sunos',
  aix: 'aix',
};
const processors = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];

function entryOf(name: string, version: string, parent: LockEntry): LockEntry {
  const parts = name.slice(name.indexOf('/') + 1).split('-');
  const os = parts.map((part) => systems[part]).find((found) => found !== undefined);
  const cpu = parts.find((part) => processors.includes(part));
  const libc = /musl/.test(name) ? 'musl' : /-gnu/.test(name) ? 'glibc' : undefined;
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    ...(libc ? { libc: [libc] } : {}),
    ...(os ? { os: [os] } : {}),
  };
}

function findMissing(lock: Lock): Map<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`node_modules/${name}`, `${path}/node_modules/${name}`];
      if (places.some((place) => place in lock.packages)) continue;
      missing.set(`node_modules/${name}`, entryOf(name, version, entry));
    }
  }
  return missing;
}

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
const missing = findMissing(lock);
if (process.argv.includes('--check')) {
  for (const path of missing.keys()) console.error(`package-lock.json: ${path} is missing`);
  process.exitCode = missing.size > 0 ? 1 : 0;
} else {
  const all = { ...lock.packages, ...Object.fromEntries(missing) };
  const sorted = Object.keys(all).sort((a, b) => a.localeCompare(b, 'en'));
  const packages = Object.fromEntries(sorted.map((path) => [path, all[path]]));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.size} entries added`);
}
