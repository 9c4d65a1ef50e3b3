/** The bucket that is pointed at, by mouse, finger or arrow key. */
import { useState, type KeyboardEvent, type PointerEvent } from 'react';

/** What goes on the element that is pointed at. */
export interface Cursor {
  index: number | null;
  /** True when the keys have put it there: then it is also said. */
  byKey: boolean;
  on: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onBlur: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * @param length - Number of buckets.
 * @param left - Where the first one begins, in pixels from the element's left side.
 * @param step - Pixels from one to the next.
 */
export function useCursor(length: number, left: number, step: number): Cursor {
  const [{ index, byKey }, set] = useState<{ index: number | null; byKey: boolean }>({
    index: null,
    byKey: false,
  });
  const inside = index !== null && index < length ? index : null;
  const clear = () => set({ index: null, byKey: false });
  return {
    index: inside,
    byKey,
    on: {
      onPointerMove: (event) => {
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
        const at = Math.floor(x / step);
        set({ index: at >= 0 && at < length ? at : null, byKey: false });
      },
      onPointerLeave: clear,
      onBlur: clear,
      onKeyDown: (event) => {
        const next = indexAfter(event.key, inside, length);
        if (event.key === 'Escape') clear();
        if (next === null) return;
        event.preventDefault();
        set({ index: next, byKey: true });
      },
    },
  };
}

/** Where a key leads; null where it means nothing here. */
function indexAfter(key: string, index: number | null, length: number): number | null {
  if (length === 0) return null;
  const last = length - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowRight') return index === null ? 0 : Math.min(last, index + 1);
  if (key === 'ArrowLeft') return index === null ? last : Math.max(0, index - 1);
  return null;
}
