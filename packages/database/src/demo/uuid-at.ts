/** In charge of the ids of a demo's sessions: UUIDv7, so that they lie among those of their time. */
import type { Chance } from './chance.ts';

/** A UUIDv7 (RFC 9562) of this time, in milliseconds since 1970, with chance for the rest. */
export function uuidAt(milliseconds: number, chance: Chance): string {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0');
  const digits = (count: number) =>
    chance
      .below(16 ** count)
      .toString(16)
      .padStart(count, '0');
  const variant = (8 + chance.below(4)).toString(16);
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-` +
    `${variant}${digits(3)}-${digits(6)}${digits(6)}`
  );
}
