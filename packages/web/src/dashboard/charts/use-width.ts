/** The width of an element, as it changes. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** @returns A reference for the element and its width in pixels, 0 before the first measuring. */
export function useWidth<T extends HTMLElement>(): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, Math.floor(width)];
}
