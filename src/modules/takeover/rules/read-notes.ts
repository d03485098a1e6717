import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';

export interface OldNote {
  readonly on: CivilDate | null;
  readonly text: string;
}

/** One note a line; a day at its front (`21/07/2022: …`) is the day of the note. */
export function readNotes(text: string): OldNote[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const found = /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:\s+\d{1,2}[:h]\d{2})?\s*[:,–-]?\s*(.+)$/u.exec(line);
      const day = found?.[1] ? parseCivilDate(found[1]) : undefined;
      return day?.ok && found?.[2] ? { on: day.value, text: found[2] } : { on: null, text: line };
    });
}
