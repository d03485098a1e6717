import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type AuditEntry, entryRow } from '#modules/audit/index.ts';
import {
  frozenRows,
  getTemplateVersion,
  type PaperPurpose,
  type PaperToFreeze,
  signatureOf,
} from '#modules/documents/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Written } from '#platform/db/written.ts';
import type { DossierDeps } from '../actions/deps.ts';
import { type DossierReader, type ReadDossier, readingOf } from '../actions/read-dossier.ts';
import type { Stores } from '../actions/stores.ts';
import { after } from '../rules/after.ts';
import { type BegunInterval, intervalsBegun } from '../rules/clock-interval.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent, NewEvent } from '../rules/event.ts';
import { intervalRows } from '../store/clock-intervals.ts';
import type { FoundCommand } from '../store/done-commands.ts';
import type { LoadedDossier, LockedDossier } from '../store/dossiers.ts';
import { type LinkedEvents, linkEvents, type Secrets } from '../store/events.ts';
import { answerOf, handOverRow } from '../store/hand-overs.ts';
import { opinionRows } from '../store/opinions.ts';
import { partyRows, receiverRow } from '../store/parties.ts';
import { begun, involvedRows, rowsOf } from '../store/rows.ts';
import type { Reference } from './reference.ts';

interface Kept {
  dossier: Dossier;
  readonly events: DossierEvent[];
  head: LoadedDossier['head'];
  readonly offices: Set<string>;
  /** Seq of what was handed over and nobody has answered. */
  handed: number[];
}

/**
 * The stores of the commands in memory: the same rows as `sqlStores` would write, made by the same functions, to be
 * loaded by the thousand. One press at a time, and none may be refused: there is nothing to roll back.
 */
export class MemoryStores {
  readonly #written: Written;
  readonly #q: Queries;
  readonly #kept = new Map<string, Kept>();
  readonly #ids = new Map<string, string>();
  readonly #done = new Map<string, FoundCommand>();
  readonly #counted = new Map<string, number>();
  readonly #templates = new Map<string, Promise<number>>();
  readonly #papers = new Map<
    string,
    { number: string | null; contentSha256: string; entry: string | null }
  >();
  #entries = 0;

  constructor(q: Queries, written: Written) {
    this.#q = q;
    this.#written = written;
  }

  /** What the policy of a simulation sees. */
  dossierOf(name: string): Dossier | undefined {
    return this.#find(name)?.dossier;
  }

  /** As `readDossier` answers and writes it down; a script asks for nothing that may not be read. */
  read(reader: DossierReader, name: string, now: Instant): ReadDossier {
    const kept = this.#find(name);
    const found = kept && { ...kept, involvedOfficeIds: [...kept.offices] };
    const reading = found && readingOf(reader, found, now);
    if (!reading) throw new Error(`${name} is not read by ${reader.actor.name}`);
    this.#record([reading.entry]);
    return reading.read;
  }

  /** As the commands take them. */
  stores(reference: Reference): Stores {
    return {
      ...reference,
      findForUpdate: async (_, name, key) => this.#locked(name, key),
      findBegun: async (_, key, draftId) => ({
        done: this.#done.get(key),
        made: draftId === null ? undefined : this.#nameOf(`draft ${draftId}`),
      }),
      insertDossier: async (_, id, events, secrets) => this.#insert(id, events, secrets),
      saveEvents: async (_, loaded, events, secrets) => this.#save(loaded, events, secrets),
      insertDoneCommand: async (_, done) => this.#insertDone(done),
      lockDraft: async () => {},
      takeKeptScans: async (_, __, fileIds) => [...fileIds],
      nextNumberOfDay: async (_, agency_id, day) => {
        const last = this.#next(`day ${agency_id} ${day}`);
        this.#written.put('dossiers.number_series', `${agency_id} ${day}`, { agency_id, day, last });
        return last;
      },
      nextRegisterNumber: async (_, { officeId: office_id, register, year }) => {
        const key = `${office_id} ${register} ${year}`;
        const last = this.#next(key);
        this.#written.put('documents.register_series', key, { office_id, register, year, last });
        return last;
      },
      freezePaper: async (_, ids, paper) => this.#freeze(ids, paper),
      voidPaper: async (_, paperId, at, reason) => this.#void(paperId, { void_at: at, void_reason: reason }),
      listPaperDigests: async (_, ids) => new Map(ids.map((id) => [id, this.#paper(id).contentSha256])),
      signResult: async (_, deps, result) => {
        const row = await signatureOf(deps, result, this.#paper(result.paperId));
        this.#written.put('documents.signature', row.id, row);
        return row.id;
      },
      record: async (_, ...entries) => this.#record(entries),
    };
  }

  #next(series: string): number {
    const next = (this.#counted.get(series) ?? 0) + 1;
    this.#counted.set(series, next);
    return next;
  }

  #find(name: string): Kept | undefined {
    const id = this.#ids.get(name);
    return id === undefined ? undefined : this.#kept.get(id);
  }

  #nameOf(name: string): { number: string } | undefined {
    const dossier = this.#find(name)?.dossier;
    return dossier && { number: dossier.number ?? dossier.reference };
  }

  #locked(name: string, key: string): LockedDossier | undefined {
    const kept = this.#find(name);
    if (!kept) return undefined;
    const { dossier, events, head, offices } = kept;
    return { dossier, events, head, involvedOfficeIds: [...offices], done: this.#done.get(key) };
  }

  #insert(id: string, events: readonly NewEvent[], secrets: Secrets): Dossier {
    const { dossier, linked, row, due } = begun(id, events, secrets);
    this.#written.put('dossiers.dossier', id, row);
    this.#written.put('dossiers.due', id, due);
    const kept = { dossier, events: [], head: linked.head, offices: new Set<string>(), handed: [] };
    this.#kept.set(id, kept);
    this.#name(dossier);
    if (dossier.draftId) this.#ids.set(`draft ${dossier.draftId}`, id);
    this.#begin(id, intervalsBegun(null, linked.events, id));
    this.#keep(kept, linked, secrets);
    return dossier;
  }

  #save(loaded: LoadedDossier, events: readonly NewEvent[], secrets: Secrets): Dossier {
    const kept = this.#kept.get(loaded.dossier.id);
    if (!kept) throw new Error('not a dossier of this book');
    const linked = linkEvents(kept.head, events, secrets);
    this.#begin(kept.dossier.id, intervalsBegun(kept.dossier, linked.events, kept.dossier.id));
    for (const event of linked.events) {
      kept.dossier = after(kept.dossier, event, kept.dossier.id);
      this.#handOver(kept, event);
    }
    kept.head = linked.head;
    const { row, due } = rowsOf(kept.dossier, linked.head);
    this.#written.change('dossiers.dossier', kept.dossier.id, row);
    this.#written.change('dossiers.due', kept.dossier.id, due);
    this.#name(kept.dossier);
    this.#keep(kept, linked, secrets);
    return kept.dossier;
  }

  #name({ id, number, reference }: Dossier): void {
    this.#ids.set(reference, id);
    if (number) this.#ids.set(number, id);
  }

  #begin(id: string, intervals: readonly BegunInterval[]): void {
    for (const row of intervalRows(id, intervals))
      this.#written.put('dossiers.clock_interval', `${id} ${row.seq}`, row);
  }

  /** Everything beside the row itself. */
  #keep(kept: Kept, linked: LinkedEvents, secrets: Secrets): void {
    const { dossier } = kept;
    kept.events.push(...linked.events);
    for (const row of linked.rows) this.#written.put('dossiers.event', `${dossier.id} ${row.seq}`, row);
    for (const row of linked.personalRows)
      this.#written.put('dossiers.event_personal', `${dossier.id} ${row.seq}`, row);
    for (const row of partyRows(dossier, secrets))
      this.#written.put('dossiers.party', `${dossier.id} ${row.ordinal}`, row);
    const receiver = receiverRow(dossier, linked.events, secrets);
    if (receiver) this.#written.put('dossiers.party', `${dossier.id} ${receiver.ordinal}`, receiver);
    for (const row of involvedRows(dossier)) {
      this.#written.put('dossiers.involved_office', `${dossier.id} ${row.office_id}`, row);
      kept.offices.add(row.office_id);
    }
    for (const row of opinionRows(dossier))
      this.#written.put('dossiers.opinion', `${dossier.id} ${row.ordinal}`, row);
  }

  #handOver(kept: Kept, event: DossierEvent): void {
    const { id } = kept.dossier;
    const answer = answerOf(event);
    if (answer) {
      for (const seq of kept.handed) this.#written.change('dossiers.hand_over', `${id} ${seq}`, answer);
      kept.handed = [];
    }
    const row = handOverRow(kept.dossier, event);
    if (!row) return;
    this.#written.put('dossiers.hand_over', `${id} ${row.seq}`, row);
    kept.handed.push(row.seq);
  }

  #insertDone({ key, dossierId, command, accountId, at }: Parameters<Stores['insertDoneCommand']>[1]): void {
    if (this.#done.has(key)) throw new Error('a script uses a key twice');
    const dossier = this.#kept.get(dossierId)?.dossier;
    if (!dossier) throw new Error('not a dossier of this book');
    const { number, reference, draftId } = dossier;
    const found = { command, accountId, dossierId, number: number ?? reference, reference, draftId };
    this.#done.set(key, found);
    const row = { key, dossier_id: dossierId, command, by_account: accountId, done_at: at };
    this.#written.put('dossiers.done_command', key, row);
  }

  async #freeze<P extends PaperPurpose>(
    ids: Pick<DossierDeps, 'random' | 'machineMs'>,
    paper: PaperToFreeze<P>,
  ): Promise<string> {
    const { purpose, regime, frozenAt } = paper;
    const wanted = `${purpose} ${regime} ${dateOf(frozenAt)}`;
    const version =
      this.#templates.get(wanted) ?? getTemplateVersion(this.#q, purpose, regime, dateOf(frozenAt));
    this.#templates.set(wanted, version);
    const { id, paper: row, content, entry } = frozenRows(ids, paper, await version);
    this.#written.put('documents.paper', id, row);
    this.#written.put('documents.paper_content', id, content);
    const place = entry ? `${entry.office_id} ${entry.register} ${entry.year} ${entry.number}` : null;
    if (entry && place) this.#written.put('documents.register_entry', place, entry);
    this.#papers.set(id, { number: row.number, contentSha256: row.content_sha256, entry: place });
    return id;
  }

  #paper(id: string) {
    const paper = this.#papers.get(id);
    if (!paper) throw new Error(`no paper ${id}`);
    return paper;
  }

  #void(id: string, columns: { readonly void_at: Instant; readonly void_reason: string }): boolean {
    this.#written.change('documents.paper', id, columns);
    const { entry } = this.#paper(id);
    if (entry) this.#written.change('documents.register_entry', entry, columns);
    return true;
  }

  #record(entries: readonly AuditEntry[]): void {
    for (const entry of entries) {
      this.#entries += 1;
      this.#written.put('audit.entry', String(this.#entries), entryRow(entry));
    }
  }
}
