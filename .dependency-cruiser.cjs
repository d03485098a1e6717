/** Which way imports go: docs/architecture.md. Every rule is an error. */
const ground = ['calendar', 'identity', 'places'];
const services = ['audit', 'notifications', 'integrations'];
const layers = [
  services,
  ground,
  ['catalogue', 'documents'],
  ['workflow', 'incidents'],
  ['dossiers'],
  ['cash'],
  [
    'counter',
    'certification',
    'takeover',
    'portal',
    'delivery',
    'home-visits',
    'drafting',
    'surveys',
    'administration',
    'help',
    'reminders',
  ],
  ['reports', 'risk', 'reform', 'protection', 'half-year'],
  ['flow'],
];
const inModules = (names) => `^src/modules/(${names.join('|')})/`;
const upwards = layers.slice(0, -1).map((layer, i) => ({
  name: `no-upward-import-from-level-${i}`,
  severity: 'error',
  from: { path: inModules(layer) },
  to: { path: inModules(layers.slice(i + 1).flat()) },
}));

module.exports = {
  forbidden: [
    ...upwards,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '(\\.test|/testing)\\.ts$' },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|ui|main)/' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(modules|main)/' },
    },
    {
      name: 'only-main-knows-main',
      severity: 'error',
      from: { path: '^src/(?!main/)' },
      to: { path: '^src/main/' },
    },
    {
      name: 'modules-through-the-door',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/([^/]+)/',
        pathNot: [
          '^src/modules/$1/',
          '^src/modules/[^/]+/(index\\.ts|testing[a-z-]*\\.ts|words/(vi|en)\\.json)$',
        ],
      },
    },
    {
      name: 'main-through-the-door',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/(index\\.ts|words/(vi|en)\\.json)$' },
    },
    {
      name: 'calendar-may-import-identity-and-places-identity-places',
      severity: 'error',
      from: { path: '^src/modules/(identity|places)/' },
      to: { path: '^src/modules/calendar/' },
    },
    {
      name: 'places-imports-no-ground',
      severity: 'error',
      from: { path: '^src/modules/places/' },
      to: { path: '^src/modules/(identity|calendar)/' },
    },
    {
      name: 'documents-and-catalogue-apart',
      severity: 'error',
      from: { path: '^src/modules/documents/' },
      to: { path: '^src/modules/(catalogue|workflow)/' },
    },
    {
      name: 'channels-apart',
      severity: 'error',
      from: {
        path: '^src/modules/(counter|certification|takeover|portal|delivery|home-visits|drafting|surveys|administration|help|reminders)/',
      },
      to: {
        path: '^src/modules/(counter|certification|takeover|portal|delivery|home-visits|drafting|surveys|administration|help|reminders)/',
        pathNot: '^src/modules/$1/',
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/rules(/|\\.ts)', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: ['^src/kernel/', '^src/modules/[^/]+/rules(/|\\.ts)', '^src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(actions|store|rules|jobs)' },
      to: { path: '^src/modules/[^/]+/pages/' },
    },
    {
      name: 'store-knows-no-action',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/store' },
      to: { path: '^src/modules/[^/]+/(actions|pages|jobs)/' },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(actions|pages|rules|jobs)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'no-dev-dependency-in-programs',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', 'testing.*\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'outside-knows-little-of-the-inside',
      severity: 'error',
      from: { path: '^outside/' },
      to: {
        path: '^(src|e2e|trials|bench)/',
        pathNot: [
          '^src/kernel/',
          '^src/main/config\\.ts$', // where the data of an installation is
          '^src/main/start/server-postgres\\.ts$', // how its database is opened
          '^src/platform/db/cluster\\.ts$', // a PostgreSQL beside it
          '^src/modules/identity/secrets/totp\\.ts$', // what an application on a telephone does
        ],
      },
    },
    {
      name: 'trials-and-bench-use-it-from-outside',
      severity: 'error',
      from: { path: '^(trials|bench)/([^/]+)' },
      to: { path: '^(src|e2e|trials|bench)/', pathNot: ['^src/kernel/', '^$1/'] },
    },
    {
      name: 'programs-know-nothing-of-outside',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(outside|e2e|trials|bench)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.build-test)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
