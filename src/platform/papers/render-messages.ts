/** Server → typesetting process. `data` is JSON text. */
export interface RenderOrder {
  readonly id: number;
  readonly template: string;
  readonly data: string;
}

/** Typesetting process → server. */
export type RenderAnswer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly residentBytes: number }
  | { readonly id: number; readonly failure: string };
