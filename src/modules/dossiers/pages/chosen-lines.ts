import { z } from 'zod';
import type { Chosen } from '../actions/bulk.ts';

const MOST = 200;

/** The ticked boxes of a list as they arrive. */
export const chosenLines = z.union([z.string().max(120), z.array(z.string().max(120)).max(MOST)]).optional();

/** `12~000.00.11.H20-220725-0001`: how much of the history was shown, and which dossier. Rubbish is nothing. */
export function chosenIn(ticked: z.infer<typeof chosenLines>): Chosen[] {
  return [ticked ?? []].flat().flatMap((text) => {
    const [, seq, number] = /^(\d{1,6})~(.{1,100})$/.exec(text) ?? [];
    return seq && number ? [{ number, seenSeq: Number(seq) }] : [];
  });
}
