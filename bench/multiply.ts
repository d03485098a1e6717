import type pg from 'pg';

/**
 * Makes a million of a district's half-year: every closed dossier again and again, each copy of the half-year thirty
 * weeks before the last. What a copy is: its rows with all their columns, numbered and dated by its own half-year; its
 * parties under other persons' hashes; its offices; how its time was spent; of its history the beginnings and the ends. What it is not: it has
 * no sealed part (its page is that of a dossier whose personal data was destroyed, though lists and search know its
 * name), no papers, no audit, no hand-overs, and its chain does not hold: `verify` is not for this data set.
 */
const CLOSED = `('returned', 'not-accepted', 'withdrawn', 'stopped')`;
const KEPT_EVENTS = `('accepted', 'decided', 'handed-over', 'not-accepted', 'withdrawn', 'closed-for-silence')`;
const SHIFT = `interval '210 days' * k.k`;
const SHIFT_MS = 210 * 86_400_000;

/** A v7 id, earlier by the copy's shift: as near to its neighbours in the index as the first was. */
const idOf = (id: string) => {
  const hex = `replace(${id}::text, '-', '')`;
  const ms = `(('x' || substr(${hex}, 1, 12))::bit(48)::bigint - ${SHIFT_MS} * k.k)`;
  return `(lpad(to_hex(${ms}), 12, '0') || substr(${hex}, 13))::uuid`;
};

/** `000.00.11.H20-220725-0131`: the day of the copy, the same order in the day. */
const numberOf = (number: string) =>
  `regexp_replace(${number}, '\\d{6}-(\\d+)$', to_char(d.received_at - ${SHIFT}, 'YYMMDD') || '-\\1')`;

const dossierColumns: Readonly<Record<string, string>> = {
  id: idOf('d.id'),
  // I, L, O and U stand in no reference that was drawn
  reference: `substr(d.reference, 1, 12) || substr('ILOU', (k.k / 32 + 1)::int, 1)
    || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (k.k % 32 + 1)::int, 1)`,
  number: numberOf('d.number'),
  short_number: numberOf('d.short_number'),
  draft_id: 'null',
  group_id: 'null',
  wrapped_key: 'null',
};
const dateColumns = { id: dossierColumns.id ?? '', head_seq: 'e.events', rooted_seq: 'e.events' };

/** Columns of a table that are not computed, with what a copy has in each. */
async function columnsOf(client: pg.ClientBase, table: string, own: Readonly<Record<string, string>>) {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum`,
    [table],
  );
  const value = ({ name, type }: { name: string; type: string }) =>
    own[name] ?? (type.startsWith('timestamp') ? `d.${name} - ${SHIFT}` : `d.${name}`);
  return {
    names: rows.map(({ name }) => name).join(', '),
    values: rows.map((column) => value(column)).join(', '),
  };
}

async function copyInto(
  client: pg.ClientBase,
  table: string,
  own: Readonly<Record<string, string>>,
  from: string,
): Promise<void> {
  const { names, values } = await columnsOf(client, table, own);
  await client.query(`insert into ${table} (${names}) select ${values} from ${from}`);
}

const TABLES = [
  'dossiers.dossier',
  'dossiers.due',
  'dossiers.event',
  'dossiers.clock_interval',
  'dossiers.involved_office',
  'dossiers.party',
  'dossiers.applicant',
];

/** Fills up to `wanted` dossiers; indexes that guard nothing are built afterwards. */
export async function multiply(
  client: pg.ClientBase,
  wanted: number,
  say: (progress: string) => void,
): Promise<void> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set statement_timeout = 0`);
  const indexes = await dropIndexes(client);
  await copyClosed(client, await chosenClosed(client, wanted, say), say);
  for (const definition of indexes) {
    say(/INDEX (\S+)/.exec(definition)?.[1] ?? 'an index');
    await client.query(definition);
  }
  say('statistics');
  // triggers were off: what reports are made of is counted anew
  await client.query(
    `insert into reports.to_count (dossier_id, agency_id)
     select id, agency_id from dossiers.dossier where received_at is not null`,
  );
  for (const table of [...TABLES, 'reports.to_count']) await client.query(`vacuum (analyze) ${table}`);
}

interface Chosen {
  readonly copies: number;
  /** Of the last copy only so many. */
  readonly ofTheLast: number;
}

async function chosenClosed(client: pg.ClientBase, wanted: number, say: (progress: string) => void) {
  await client.query(`create temp table closed as
    select id, row_number() over (order by id) as place, events
      from dossiers.dossier d,
           lateral (select count(*)::int as events from dossiers.event v
                     where v.dossier_id = d.id and v.type in ${KEPT_EVENTS}) e
     where state in ${CLOSED} and not training and events > 0`);
  await client.query('analyze closed');
  const { rows } = await client.query<{ closed: number; there: number }>(
    'select (select count(*)::int from closed) as closed, (select count(*)::int from dossiers.dossier) as there',
  );
  const { closed = 0, there = 0 } = rows[0] ?? {};
  const copies = Math.ceil((wanted - there) / closed);
  say(`${closed} closed dossiers, ${copies} times`);
  return { copies, ofTheLast: wanted - there - closed * (copies - 1) };
}

async function copyClosed(
  client: pg.ClientBase,
  { copies, ofTheLast }: Chosen,
  say: (progress: string) => void,
): Promise<void> {
  const each = `generate_series(1, ${copies}) k(k) cross join closed e`;
  const where = `where k.k < ${copies} or e.place <= ${ofTheLast}`;
  const beside = (table: string) => `${each} join ${table} d on d.dossier_id = e.id ${where}`;
  const ofDossier = { dossier_id: idOf('d.dossier_id') };
  const byId = (table: string) => `${each} join ${table} d on d.id = e.id ${where}`;
  await copyInto(client, 'dossiers.dossier', dossierColumns, byId('dossiers.dossier'));
  await copyInto(client, 'dossiers.due', dateColumns, byId('dossiers.due'));
  say('their histories');
  const history = `(select v.*, row_number() over (partition by dossier_id order by seq) as place
    from dossiers.event v where v.type in ${KEPT_EVENTS})`;
  await copyInto(
    client,
    'dossiers.event',
    { ...ofDossier, seq: 'd.place', personal_digest: 'null' },
    beside(history),
  );
  say('their offices and parties');
  await copyInto(client, 'dossiers.clock_interval', ofDossier, beside('dossiers.clock_interval'));
  await copyInto(client, 'dossiers.involved_office', ofDossier, beside('dossiers.involved_office'));
  await copyInto(client, 'dossiers.applicant', ofDossier, beside('dossiers.applicant'));
  const otherPerson = 'sha256(d.id_hash || int4send(k.k::int))';
  await copyInto(client, 'dossiers.party', { ...ofDossier, id_hash: otherPerson }, beside('dossiers.party'));
}

async function dropIndexes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any($1::regclass[]) and not i.indisunique`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
