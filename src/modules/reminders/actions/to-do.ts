import type { Words } from '#platform/i18n/words.ts';
import type { Finding } from '../rules/law-rule.ts';

/** What is to be done now: a sentence for each rule, and another once it is broken. */
export function toDo(t: Words, { rule, level }: Pick<Finding, 'rule' | 'level'>): string {
  return t(`reminders.to-do.${rule}.${level}`);
}
