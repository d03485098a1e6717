import { channel } from 'node:diagnostics_channel';

const passings = channel('motcua:passing');

/**
 * A named place on a road. `./motcua trial crash` lets the program or PostgreSQL die at each of them. In an
 * installation nobody listens, and nothing in it could: only what is loaded into the process before the program.
 */
export function passing(place: string): void {
  if (passings.hasSubscribers) passings.publish(place);
}
