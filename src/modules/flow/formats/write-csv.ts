import { type ExportedAbout, type ExportedCase, type ExportedEvent, factKeys } from '../rules/exported.ts';

const eventColumns = {
  activity: ({ activity }) => activity,
  transition: ({ transition }) => transition,
  timestamp: ({ at }) => at,
  resource: ({ officer }) => officer,
  role: ({ role }) => role,
  group: ({ office }) => office,
  event: ({ type }) => type,
  step: ({ step }) => step,
  seq: ({ seq }) => seq,
} satisfies Record<string, (event: ExportedEvent) => string | number | null>;
const columns = Object.values(eventColumns);

/** A row for each event, with the facts of its dossier (RFC 4180, UTF-8, a heading). */
export async function* writeCsv(
  _: ExportedAbout,
  cases: AsyncIterable<ExportedCase>,
): AsyncGenerator<string> {
  yield row(['case', ...Object.keys(eventColumns), ...factKeys]);
  for await (const { id, facts, events } of cases) {
    const ofCase = factKeys.map((key) => facts[key]);
    yield events.map((event) => row([id, ...columns.map((of) => of(event)), ...ofCase])).join('');
  }
}

function row(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map((value) => cell(value === null ? '' : String(value))).join(',')}\r\n`;
}

/** A table program takes what begins with a sign for a formula: names of the catalogue are no formulas. */
function cell(text: string): string {
  const said = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(said) ? `"${said.replace(/"/g, '""')}"` : said;
}
