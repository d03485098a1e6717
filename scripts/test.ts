import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * `./motcua test`: everything that CI runs, in order of what is quickest to know. Ends with one line
 * `N passed, N failed`; each check and each trial counts as one. `./motcua test --quick` leaves out the browser tests
 * and the trials.
 */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const quick = process.argv.includes('--quick');
const shell = { stdio: 'inherit', encoding: 'utf8' } as const;

if (process.argv.includes('--help')) {
  console.log(
    './motcua test [--quick]\n\nRuns every check and test; --quick leaves out the browser tests and the trials.',
  );
  process.exit(0);
}

function run(name: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(name, [...args], shell);
}

function check(title: string, name: string, ...args: readonly string[]): Count {
  console.log(`\n— ${title}`);
  const started = performance.now();
  const { status } = run(name, ...args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(status === 0 ? `  ok (${seconds} s)` : `  FAILED (${seconds} s)`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Programs of Debian that tests use: installed when they are missing and it may, else named. */
function installTools(): Count {
  const wanted = [
    { program: 'chromium', package: 'chromium' },
    { program: 'pdftoppm', package: 'poppler-utils' },
    { program: 'pdfsig', package: 'poppler-utils' },
  ];
  const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  const missing = () => [...new Set(wanted.filter((one) => !isThere(one.program)).map((one) => one.package))];
  console.log('\n— chromium and poppler-utils');
  if (missing().length > 0 && process.getuid?.() === 0 && isThere('apt-get')) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: readonly string[]) =>
      spawnSync('apt-get', [...args], { ...shell, env: environment });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...missing());
  }
  const left = missing();
  if (left.length > 0)
    console.error(`  missing: install them with: sudo apt-get install -y ${left.join(' ')}`);
  return left.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runTests(title: string, ...args: readonly string[]): Count {
  console.log(`\n— ${title}`);
  const report = '.build-test/report.json';
  rmSync(report, { force: true });
  const { status } = run(
    'vitest',
    'run',
    ...args,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    testResults: readonly { readonly status: string; readonly name: string; readonly message: string }[];
  };
  for (const file of testResults)
    if (file.status === 'failed') console.error(`${file.name}\n${file.message}`);
  const failed = numFailedTests > 0 || status === 0 ? numFailedTests : Math.max(1, numFailedTestSuites);
  return { passed: numPassedTests, failed };
}

/** Their long forms are run by hand: `./motcua trial NAME --long`. */
const trials = ['crash', 'concurrency', 'hostile', 'outage', 'soak'];

function tryShortly(name: string): Count {
  return check(`trial ${name}`, 'node', 'trials/main.ts', name);
}

const counts: Count[] = [
  check('format and lint', 'biome', 'check', '.'),
  check('types', 'tsc', '-p', '.'),
  check('arrows', 'depcruise', '--no-cache', 'src', 'scripts', 'outside', 'e2e', 'trials', 'bench'),
  check('dead code', 'knip'),
  check('words', 'node', 'scripts/check-words.ts'),
  check('names and sizes', 'node', 'scripts/check-names.ts'),
  check('training counts nowhere', 'node', 'scripts/check-training.ts'),
  check('lock file', 'node', 'scripts/complete-lockfile.ts', '--check'),
  check('types of the database', 'node', 'scripts/generate-db-types.ts', '--check'),
  installTools(),
  runTests('unit and database tests', '--project=unit', '--project=system'),
  ...(quick ? [] : [runTests('browser and start tests', '--project=e2e'), ...trials.map(tryShortly)]),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
