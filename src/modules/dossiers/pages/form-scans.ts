import { accepted, type Outcome, type Refused, refused } from '#kernel/refusal.ts';
import type { UploadedFile } from '#platform/http/route.ts';
import { keepScan, keptScans, settleScans } from '../actions/keep-scans.ts';
import type { AttachedFile } from '../rules/filing.ts';
import type { CommandName } from '../rules/transitions.ts';
import type { ScanKeeper } from '../store/kept-scans.ts';
import type { FormPressOn } from './command-form.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The scans of one press of a form: those that came with it, and those its form had kept from the press before. */
export class FormScans {
  readonly #form: FormPressOn;
  readonly #command: CommandName;
  readonly #keeper: ScanKeeper;
  readonly #papers = new Map<number, readonly AttachedFile[]>();

  constructor(form: FormPressOn, command: CommandName) {
    this.#form = form;
    this.#command = command;
    const { actor, key: pressKey } = form.press;
    this.#keeper = { dossierId: form.dossier.id, accountId: actor.accountId, pressKey };
  }

  /** A wrong file refuses the whole press and names itself; the good ones beside it are kept. */
  async ofPaper(index: number): Promise<Outcome<readonly AttachedFile[]>> {
    const field = `files.${index}`;
    const attached = await this.#kept(index);
    let wrong: Refused | undefined;
    for (const file of this.#form.files.filter((one) => one.field === field && one.size > 0)) {
      const kept = await this.#keep(file);
      if (kept.ok) attached.push(kept.value);
      else wrong ??= { ok: false, refusal: { ...kept.refusal, field } };
    }
    this.#papers.set(index, attached);
    return wrong ?? accepted(attached);
  }

  #keep(file: UploadedFile): Promise<Outcome<AttachedFile>> {
    const { deps } = this.#form;
    if (file.tooLarge)
      return Promise.resolve(refused('documents/file-too-large', { name: file.fileName, megabytes: 20 }));
    return keepScan({ ...deps, files: deps.papers.files }, this.#keeper, file);
  }

  /** After a press that filed none of them. */
  async settle(): Promise<void> {
    const { deps, press, keep } = this.#form;
    const ids = [...this.#papers.values()].flat().map((file) => file.id);
    const waiting = await settleScans(deps, press, this.#command, this.#keeper, ids);
    keep('kept-by', press.key);
    for (const [index, files] of this.#papers) {
      keep(`paper.${index}.kept`, waiting ? files.map((file) => file.id).join() : '');
      keep(`paper.${index}.kept-names`, waiting ? files.map((file) => file.name).join(', ') : '');
    }
  }

  async #kept(index: number): Promise<AttachedFile[]> {
    const { deps, typed } = this.#form;
    const pressKey = typed.one('kept-by');
    if (!uuid.test(pressKey)) return [];
    const ids = typed
      .one(`paper.${index}.kept`)
      .split(',')
      .filter((id) => uuid.test(id));
    return keptScans(deps, { ...this.#keeper, pressKey }, ids);
  }
}
