import type { IconName } from '#ui/components/icon.tsx';

/** Icons as the catalogue names them; one that is not drawn here is a file. */
const icons: Readonly<Record<string, IconName>> = {
  baby: 'baby',
  heart: 'heart',
  house: 'house',
  hammer: 'hammer',
  store: 'store',
  school: 'school',
  hand: 'helping-hand',
  flower: 'flower',
  stamp: 'stamp',
};

export function iconOf(name: string): IconName {
  return icons[name] ?? 'file';
}
