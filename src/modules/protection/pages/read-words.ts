import { type CommandName, commandNames, readPages } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { ReadLine } from '../actions/list-reads.ts';

const otherActs = [
  'dossiers/read',
  'dossiers/act',
  'dossiers/unmask',
  'dossiers/read-paper',
  'dossiers/read-file',
  'dossiers/read-publicly',
  'dossiers/look-up',
  'dossiers/find-known-person',
  'dossiers/print-control-slip',
  'protection/read-log',
];

/** Why a line stands in the log: the page that was opened, or the command that was given. */
export function whyText(t: Words, { action, reason, result }: ReadLine): string {
  const command = commandNames.find((name) => action === `dossiers/${name}`);
  if (command) return commandText(t, command);
  if (action === 'dossiers/read' && result === 'allowed' && reason) {
    const said = purposeText(t, reason);
    if (said) return said;
  }
  return otherActs.includes(action)
    ? t(`protection.act.${action.replace('/', '.')}`)
    : t('protection.act.other', { code: action });
}

function purposeText(t: Words, reason: string): string | undefined {
  const page = readPages.find((one) => one === reason);
  if (page) return t(`protection.why.${page}`);
  const [kind, name] = [reason.slice(0, reason.indexOf('.')), reason.slice(reason.indexOf('.') + 1)];
  const command = commandNames.find((one) => one === name);
  if (!command || (kind !== 'form' && kind !== 'press')) return undefined;
  return t(`protection.why.${kind}`, { command: commandText(t, command) });
}

function commandText(t: Words, command: CommandName): string {
  return t(`dossiers.command.${command}`);
}

/** Who it was, for the officer's eyes: the name. */
export function whoText(t: Words, { name }: ReadLine): string {
  return name ?? t('protection.reads.nobody');
}

/** In which post: for the officer, and for the person who asks. */
export function postText(t: Words, { name, post }: ReadLine): string {
  if (post) return t('protection.reads.post', { title: post.title, office: post.officeName });
  return name === null ? t('protection.reads.nobody') : t('protection.reads.no-post');
}
