import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Size {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** The same page as a desk and as a phone shows it. */
export interface Picture {
  readonly desk: Size;
  readonly phone: Size;
}

export type Pictures = Readonly<Record<string, Picture>>;

/** What the build copied; nothing where there was no build. */
export function readPictures(assetsFolder: string): Pictures {
  const list = join(assetsFolder, 'help', 'pictures.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Pictures) : {};
}

export const addressOf = ({ file }: Size): string => `/assets/help/${file}`;
