/**
 * A moment to the second, always written with the offset of Asia/Ho_Chi_Minh (`2022-07-25T08:00:00+07:00`):
 * order of text is order of time, the civil date and time of day are slices. Viet Nam has had no daylight
 * saving since 1975, so the offset is fixed.
 */
export type Instant = string & { readonly __instant: unique symbol };

const OFFSET_MS = 7 * 3_600_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/;

/** The instant of a moment given in milliseconds since 1970 (UTC); fractions of a second are cut off. */
export function instantOfMs(ms: number): Instant {
  return `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+07:00` as Instant;
}

export function msOfInstant(instant: Instant): number {
  return Date.parse(instant);
}

/**
 * Reads any ISO 8601 moment with offset, or a local one (`2022-07-25T08:00`) as Vietnamese time.
 * Throws a RangeError when the text is not a real moment (31 February included).
 */
export function instant(text: string): Instant {
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!local) throw new RangeError(`not a moment: ${text}`);
  const [, date, minutes, seconds = ':00', offset = '+07:00'] = local;
  const ms = Date.parse(`${date}T${minutes}${seconds}${offset}`);
  const asWritten = Date.parse(`${date}T${minutes}${seconds}Z`);
  if (Number.isNaN(ms) || new Date(asWritten).toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a moment: ${text}`);
  return instantOfMs(ms);
}

export function isInstant(text: string): text is Instant {
  return SHAPE.test(text) && !Number.isNaN(Date.parse(text));
}
