import type { Limit } from '#kernel/working-time/limit.ts';
import { type CommittedLimit, committedUnits } from './commitment.ts';
import { type Read, TypedReader } from './typed-reader.ts';

/** The form as typed; nothing is promised any more only where `none` says so. */
export interface TypedCommitment {
  readonly value: string;
  readonly unit: string;
  /** Not empty: the promise ends. */
  readonly none: string;
  readonly number: string;
  readonly date: string;
  readonly body: string;
  readonly from: string;
  readonly to: string;
}

export type WantedCommitment = Pick<CommittedLimit, 'limit' | 'decision' | 'validFrom' | 'validTo'>;

const MOST = 1000;

/** Reads the whole form; everything that is wrong is told at once, each with its field. */
export function readCommitment(typed: TypedCommitment): Read<WantedCommitment> {
  const reader = new TypedReader();
  const limit = limitOf(reader, typed);
  const number = reader.text(typed.number, 'resolution-number', 100);
  const date = reader.date(typed.date, 'resolution-date');
  const body = reader.text(typed.body, 'resolution-body', 200);
  const validFrom = reader.date(typed.from, 'valid-from');
  const validTo = reader.dateOrNone(typed.to, 'valid-to');
  return reader.read(() =>
    date === null || validFrom === null
      ? null
      : { limit, decision: { number, date, body }, validFrom, validTo },
  );
}

function limitOf(reader: TypedReader, typed: TypedCommitment): Limit | null {
  const value = typed.value.trim();
  if (typed.none !== '') {
    if (value !== '') reader.refuse({ code: 'catalogue/commitment-and-none', field: 'value' });
    return null;
  }
  const unit = committedUnits.find((one) => one === typed.unit);
  if (!unit) return reader.refuse({ code: 'catalogue/wrong-choice', field: 'unit' });
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > MOST)
    return reader.refuse({ code: 'catalogue/commitment-no-number', field: 'value', params: { most: MOST } });
  return { value: Number(value), unit };
}
