/** The time, as a component needs it to count down. */
import { useEffect, useState } from 'react';

/** The present time in ms, renewed every quarter of a second until `until`. */
export function useNow(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return now;
}

/** Whole seconds from now to `until`, never below 0. */
export function useSecondsLeft(until: number | null): number {
  const now = useNow(until);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
