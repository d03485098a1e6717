import { type Instant, isInstant } from '#kernel/instant.ts';

/** The last alarm of a page, from which the next one goes on. */
export interface AlarmCursor {
  readonly at: Instant;
  readonly id: string;
}

const SHAPE = /^([\dT:+-]{25})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** As it stands in an address: the plus of the offset would be a blank there. */
export function alarmCursorText({ at, id }: AlarmCursor): string {
  return encodeURIComponent(`${at}_${id}`);
}

/** Null for none and for what nobody here has written: the list then begins at its beginning. */
export function readAlarmCursor(text: string | undefined): AlarmCursor | null {
  const [, at = '', id = ''] = SHAPE.exec(text ?? '') ?? [];
  return isInstant(at) ? { at, id } : null;
}
