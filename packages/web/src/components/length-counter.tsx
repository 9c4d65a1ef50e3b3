/** How much room is left in the box, once it matters. */
import { LIMIT } from '../conversation/message-limit.ts';

const SHOWN_FROM = LIMIT - 2_000;

/** `wasCut`: a pasted text was longer than the box takes. */
export function LengthCounter({ length, wasCut }: { length: number; wasCut: boolean }) {
  const words = `${length.toLocaleString('en')} of ${LIMIT.toLocaleString('en')} characters`;
  return (
    <p id="message-length" className="counter" role="status">
      {length >= SHOWN_FROM && words}
      {wasCut && '. The rest of what you pasted was left out: say the main points.'}
    </p>
  );
}
