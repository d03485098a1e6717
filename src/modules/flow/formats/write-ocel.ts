import {
  type ExportedAbout,
  type ExportedCase,
  type ExportedEvent,
  factKeys,
  momentFacts,
} from '../rules/exported.ts';

/** Of a value that never changes, as OCEL 2.0 says it. */
const ALWAYS = '1970-01-01T00:00:00Z';

interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'time' | 'boolean';
}
const text = (name: string): Attribute => ({ name, type: 'string' });
const eventAttributes = ['event', 'step', 'role'].map(text);
/** Facts that are relations to other objects are none of the dossier's own. */
const related = ['procedure', 'agency', 'intake'];
const dossierFacts = factKeys.filter((key) => !related.includes(key));
const objectTypes = [
  {
    name: 'dossier',
    attributes: dossierFacts.map(
      (name): Attribute => ({
        name,
        type: momentFacts.includes(name) ? 'time' : name === 'assisted' ? 'boolean' : 'string',
      }),
    ),
  },
  { name: 'procedure', attributes: [text('code'), text('name'), text('field')] },
  { name: 'office', attributes: [text('code')] },
  { name: 'officer', attributes: [] },
  { name: 'paper', attributes: [text('event')] },
];

/** What is met while the events are written. */
class Met {
  readonly eventTypes = new Set<string>();
  readonly procedures = new Map<string, { readonly name: string; readonly field: string }>();
  readonly offices = new Set<string>();
  readonly officers = new Set<string>();
}

interface Relation {
  readonly objectId: string;
  readonly qualifier: string;
}
const relation = (kind: string, id: string | null, qualifier: string): Relation[] =>
  id === null ? [] : [{ objectId: objectId(kind, id), qualifier }];
const objectId = (kind: string, id: string) => `${kind}:${id}`;
const given = (name: string, value: string | boolean | null) =>
  value === null ? [] : [{ name, value: String(value) }];
const always = (name: string, value: string | boolean | null) =>
  given(name, value).map((one) => ({ ...one, time: ALWAYS }));

/** An activity that has only begun is another one than when it is done: OCEL has no lifecycle. */
const typeOf = ({ activity, transition }: ExportedEvent) =>
  transition === 'complete' ? activity : `${activity} (${transition})`;

function eventOf(caseId: string, event: ExportedEvent, met: Met) {
  const { seq, at, type, step, role, officer, office, papers } = event;
  met.eventTypes.add(typeOf(event));
  if (officer !== null) met.officers.add(officer);
  if (office !== null) met.offices.add(office);
  return {
    id: `${caseId}-${seq}`,
    type: typeOf(event),
    time: at,
    attributes: [...given('event', type), ...given('step', step), ...given('role', role)],
    relationships: [
      ...relation('dossier', caseId, 'about'),
      ...relation('officer', officer, 'done by'),
      ...relation('office', office, 'done in'),
      ...papers.flatMap((paper) => relation('paper', paper, 'made')),
    ],
  };
}

function* objectsOf({ id, procedureName, facts, events }: ExportedCase, met: Met) {
  met.procedures.set(facts.procedure, { name: procedureName, field: facts.field });
  for (const office of [facts.agency, facts.intake]) if (office !== null) met.offices.add(office);
  yield {
    id: objectId('dossier', id),
    type: 'dossier',
    attributes: dossierFacts.flatMap((key) => always(key, facts[key])),
    relationships: [
      ...relation('procedure', facts.procedure, 'of'),
      ...relation('office', facts.agency, 'answerable'),
      ...relation('office', facts.intake, 'taken in by'),
    ],
  };
  // a paper is made once, whatever names it again
  const papers = new Map(
    events.flatMap(({ papers: ids, type }) => ids.map((paper) => [paper, type] as const)).reverse(),
  );
  for (const [paper, type] of [...papers].reverse())
    yield {
      id: objectId('paper', paper),
      type: 'paper',
      attributes: always('event', type),
      relationships: relation('dossier', id, 'of'),
    };
}

function* objectsMet({ procedures, offices, officers }: Met) {
  for (const [code, { name, field }] of procedures) {
    const attributes = [...always('code', code), ...always('name', name), ...always('field', field)];
    yield { id: objectId('procedure', code), type: 'procedure', attributes, relationships: [] };
  }
  for (const code of [...offices].sort())
    yield {
      id: objectId('office', code),
      type: 'office',
      attributes: always('code', code),
      relationships: [],
    };
  for (const id of [...officers].sort())
    yield { id: objectId('officer', id), type: 'officer', attributes: [], relationships: [] };
}

/** Writes values of an array one by one. */
class Comma {
  #first = true;
  text(values: Iterable<object>): string {
    let out = '';
    for (const value of values) {
      out += `${this.#first ? '\n' : ',\n'}${JSON.stringify(value)}`;
      this.#first = false;
    }
    return out;
  }
}

/**
 * The log as OCEL 2.0 (JSON) has it. `read` gives the same cases each time: events are written in a first reading,
 * objects in a second, so that neither has to be held.
 */
export async function* writeOcel(
  _: ExportedAbout,
  read: () => AsyncIterable<ExportedCase>,
): AsyncGenerator<string> {
  const met = new Met();
  const [events, objects] = [new Comma(), new Comma()];
  yield '{"events":[';
  for await (const { id, events: ofCase } of read())
    yield events.text(ofCase.map((event) => eventOf(id, event, met)));
  yield '\n],"objects":[';
  for await (const one of read()) yield objects.text(objectsOf(one, met));
  yield objects.text(objectsMet(met));
  const eventTypes = [...met.eventTypes].sort().map((name) => ({ name, attributes: eventAttributes }));
  yield `\n],"eventTypes":${JSON.stringify(eventTypes)},"objectTypes":${JSON.stringify(objectTypes)}}\n`;
}
