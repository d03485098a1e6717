import {
  type ExportedAbout,
  type ExportedCase,
  type ExportedEvent,
  factKeys,
  momentFacts,
} from '../rules/exported.ts';
import { xmlText } from './xml-text.ts';

const tag = (kind: string, key: string, value: string | boolean) =>
  `<${kind} key="${key}" value="${typeof value === 'string' ? xmlText(value) : value}"/>`;
const string = (key: string, value: string | null) => (value === null ? '' : tag('string', key, value));

const standard = 'http://www.xes-standard.org';
const extensions = [
  ['Concept', 'concept', `${standard}/concept.xesext`],
  ['Lifecycle', 'lifecycle', `${standard}/lifecycle.xesext`],
  ['Organizational', 'org', `${standard}/org.xesext`],
  ['Time', 'time', `${standard}/time.xesext`],
  ['MotCua', 'motcua', 'urn:motcua:xes:motcua.xesext'],
] as const;

function head({ from, to, at }: ExportedAbout): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016" xes.features="">',
    ...extensions.map(([name, prefix, uri]) => `<extension name="${name}" prefix="${prefix}" uri="${uri}"/>`),
    `<global scope="trace">${tag('string', 'concept:name', '-')}</global>`,
    `<global scope="event">${tag('string', 'concept:name', '-')}${tag('date', 'time:timestamp', '1970-01-01T07:00:00+07:00')}${tag('string', 'lifecycle:transition', 'complete')}</global>`,
    '<classifier name="Activity" scope="event" keys="concept:name lifecycle:transition"/>',
    '<classifier name="Step" scope="event" keys="concept:name"/>',
    tag('string', 'concept:name', `Một Cửa ${from}/${to}`),
    tag('string', 'lifecycle:model', 'standard'),
    tag('date', 'motcua:exported', at),
    '',
  ].join('\n');
}

function eventText({ at, activity, transition, type, step, officer, role, office }: ExportedEvent): string {
  return `<event>${string('concept:name', activity)}${tag('date', 'time:timestamp', at)}${string('lifecycle:transition', transition)}${string('org:resource', officer)}${string('org:role', role)}${string('org:group', office)}${string('motcua:event', type)}${string('motcua:step', step)}</event>\n`;
}

function factText(facts: ExportedCase['facts'], key: (typeof factKeys)[number]): string {
  const value = facts[key];
  if (value === null) return '';
  const kind = momentFacts.includes(key) ? 'date' : typeof value === 'boolean' ? 'boolean' : 'string';
  return tag(kind, `motcua:${key}`, value);
}

/** The log as IEEE 1849 (XES) has it; without a namespace, as its schema says. */
export async function* writeXes(
  about: ExportedAbout,
  cases: AsyncIterable<ExportedCase>,
): AsyncGenerator<string> {
  yield head(about);
  for await (const { id, facts, events } of cases) {
    const attributes = factKeys.map((key) => factText(facts, key)).join('');
    yield `<trace>${string('concept:name', id)}${attributes}\n${events.map(eventText).join('')}</trace>\n`;
  }
  yield '</log>\n';
}
