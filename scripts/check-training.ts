import { globSync, readFileSync } from 'node:fs';

/**
 * `node scripts/check-training.ts`: a training dossier (*hồ sơ thử*) counts nowhere, so a query reads `REAL` of
 * `src/modules/dossiers/store/real-dossiers.ts`. Who reads the tables of all
 * dossiers stands here, with how often the file names them and why training dossiers belong there. And a query that
 * lists, counts or finds is asked in `dossiers/training.test.ts` before and after a training dossier, or stands here.
 */
const allowed: Readonly<Record<string, readonly [times: number, why: string]>> = {
  'src/main/append-only.ts': [2, 'a list of tables'],
  'counts.ts': [1, 'due dates of training dossiers move with the calendar too'],
  'clock-intervals.ts': [5, 'their time is kept too; it follows the history'],
  'national-clock.ts': [3, 'their clock of QĐ 766 is kept too; it follows the history'],
  'done-commands.ts': [2, 'a press of a training dossier is done once'],
  'dossiers.ts': [9, 'one dossier, by its name or id; its own row'],
  'src/main/start/half-year.ts': [2, 'whether there is any; progress of the loading'],
  'src/modules/dossiers/memory/memory-stores.ts': [12, 'rows of invented dossiers, before they are loaded'],
  'src/modules/dossiers/memory/written.ts': [8, 'a list of tables'],
  'events.ts': [5, 'the history of dossiers that somebody has found'],
  'kept-clocks.ts': [2, 'the clock of every dossier is kept'],
  'moved-many.ts': [7, 'their due dates move with the calendar too'],
  'hand-overs.ts': [6, 'one dossier is handed over and answered; lists join the real ones'],
  'history-rows.ts': [3, 'verify checks all histories'],
  'asked.ts': [1, 'opinions, joined with the real ones'],
  'of-field.ts': [2, 'asked for by id'],
  'moved-dates.ts': [1, 'dates, joined with the real ones'],
  'opinions.ts': [1, 'one dossier'],
  'parties.ts': [4, 'one dossier; the known person joins the real ones'],
  'person-dossiers.ts': [8, 'personal data is personal data, also in a training dossier; the log names both'],
  'receiver-search.ts': [3, 'receivers of training dossiers are persons too'],
  'readable-list.ts': [5, 'offices, applicants and dates, joined with the real ones'],
  'roots.ts': [3, 'all histories are covered'],
  'training.ts': [5, 'the list of training dossiers itself'],
  'search-places.ts': [5, 'offices and applicants, of real ones; places are noted in all'],
  'search-dossiers.ts': [6, 'found by its own name only'],
};

const asked = 'src/modules/dossiers/training.test.ts';
/** Queries that a training dossier may change, or that this test asks under another name. */
const notAsked: readonly string[] = [
  // one dossier, one press, one draft
  ...['findForUpdate', 'findDossier', 'findDossierById', 'findByIdForUpdate', 'findBegun', 'findDoneCommand'],
  ...[
    'listEvents',
    'listEventsOfMany',
    'listChain',
    'listHistoriesWithoutClock',
    'listKeptScans',
    'listOutcomes',
    'findSearch',
    'findRegisterPrint',
  ],
  // one person's data and who read it; all histories; due dates that move
  ...['listDossiersOfPerson', 'listStandings', 'listNames', 'eachDossier', 'listOpenOver'],
  ...['findLastRoot', 'listMovedHeads', 'listRoots', 'listLatestRoots', 'listRootHeads'],
  // no dossiers: a closing, a number of days; numbers of real ones
  ...['findClosing', 'listUnfetchedDays', 'findReturnSheet'],
  ...['findTakenNumber', 'listTakenNumbers', 'listNumbersElsewhere', 'listLastNumbers'],
  // lists between offices and sheets of many results are made of real ones
  ...['findHandOverList', 'listHandOverLists', 'findReturnSheet'],
  // places of dossiers from before are noted in all of them
  ...['listWithoutPlaces'],
  // how the time of a dossier was spent is kept of all of them, and verified
  ...['listWithoutIntervals', 'listIntervals', 'listUncounted'],
  // by their ids; only real ones are judged
  ...['findRisk', 'listRisks'],
  // training dossiers themselves
  ...['listTraining', 'countTraining', 'listLeftTraining'],
];

const STORE = 'src/modules/dossiers/store/';
const tables =
  /\bdossiers\.(?:dossier|due|party|involved_office|applicant|event|clock_interval|opinion|hand_over)\b(?![\w.-])|\bALL(?:\}|\.as\()/g;
const problems: string[] = [];
for (const file of globSync('src/**/*.{ts,tsx}').sort()) {
  const own = file === `${STORE}real-dossiers.ts` || file === 'src/platform/db/schema.ts';
  if (own || /\.test\.tsx?$|\/testing[^/]*\.ts$/.test(file)) continue;
  const times = (readFileSync(file, 'utf8').match(tables) ?? []).length;
  const [may] = allowed[file.replace(STORE, '')] ?? [0];
  if (times !== may)
    problems.push(
      `${file}: names tables of all dossiers ${times} times, ${may} are known. Use REAL ` +
        `(${STORE}real-dossiers.ts); if training dossiers belong there too, say why in scripts/check-training.ts`,
    );
}

const test = readFileSync(asked, 'utf8');
const query = /^export (?:async )?function\*? ((?:list|count|find|each|search)[A-Z]\w*)/gm;
for (const file of globSync(`${STORE}*.ts`).sort())
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(query))
    if (!notAsked.includes(name) && !new RegExp(`\\b${name}\\(`).test(test))
      problems.push(`${file}: ${name} is not asked in ${asked}, nor named in scripts/check-training.ts`);

for (const problem of problems) console.error(problem);
console.log(`${Object.keys(allowed).length} files read all dossiers, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
