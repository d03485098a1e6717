import type { ComponentChildren } from 'preact';
import type { Actor } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { UploadedFile } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { Done, PressOnDossier } from '../actions/deps.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { CommandName } from '../rules/transitions.ts';
import type { FormChoices, Need } from './form-choices.ts';
import type { DossierPageDeps } from './page-deps.ts';

/** What was typed, by field; nothing is ever missing. */
export interface Typed {
  one(name: string): string;
  has(name: string): boolean;
  /** Trimmed text, or null when nothing was typed. */
  orNull(name: string): string | null;
}

export function typed(fields: Readonly<Record<string, string | string[] | undefined>>): Typed {
  const one = (name: string) => [fields[name] ?? ''].flat()[0] ?? '';
  return {
    one,
    has: (name) => one(name) !== '',
    orNull: (name) => one(name).trim() || null,
  };
}

export interface FormView {
  readonly t: Words;
  readonly dossier: Dossier;
  readonly actor: Actor;
  /** Null before anything was typed: the fields then begin with what is known. */
  readonly sent: Typed | null;
  readonly errors: readonly FormError[];
  readonly choices: FormChoices;
}

export interface FormPress {
  readonly deps: DossierPageDeps;
  readonly press: PressOnDossier;
  readonly typed: Typed;
  readonly files: readonly UploadedFile[];
  /** Puts something into the form that comes back after a refusal: scans that are stored already. */
  readonly keep: (name: string, value: string) => void;
}

/** A press whose fields mean something only beside the dossier as it stands. */
export interface FormPressOn extends FormPress {
  readonly dossier: Dossier;
}

interface FormOfCommand {
  readonly command: CommandName;
  readonly slug: string;
  readonly fields?: (view: FormView) => ComponentChildren;
  /** What its fields offer to choose from. */
  readonly needs?: readonly Need[];
  readonly upload?: boolean;
}

/**
 * One command as a form: its address, its fields, what its press does. The press itself reads the dossier under its
 * lock; `runOn` reads it before as well, which is logged as a read.
 */
export type CommandForm = FormOfCommand &
  (
    | { readonly run: (press: FormPress) => Promise<Outcome<Done>> }
    | { readonly runOn: (press: FormPressOn) => Promise<Outcome<Done>> }
  );

/** What was typed, or what the field begins with. */
export function startOf({ sent }: FormView, name: string, start = ''): string {
  return sent ? sent.one(name) : start;
}
