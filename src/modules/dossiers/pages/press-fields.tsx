import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SeenStandIns } from './seen-stand-ins.tsx';

/** What every press carries: the token, a key that acts once, and how much of the history was seen. */
export interface PressIds {
  readonly csrf: string;
  readonly key: string;
  readonly seq: number;
  readonly standsIn: string;
}

export function PressFields({ press }: { readonly press: PressIds }) {
  return (
    <>
      <CsrfField token={press.csrf} />
      <input type="hidden" name="key" value={press.key} />
      <input type="hidden" name="seq" value={String(press.seq)} />
      <SeenStandIns ids={press.standsIn} />
    </>
  );
}
