/** Keeps what matters in sight: the newest answer from its beginning, until the person scrolls. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This near to the end (px) counts as at the end. */
const NEAR = 48;

/** How much of the height is left to the question above the newest answer. */
const FOR_THE_QUESTION = 0.3;

/** What is kept in sight: the newest answer, the end, or whatever the person is reading. */
type Following = 'answer' | 'end' | 'nothing';

/**
 * To be given to the scrolling element and to what is in it.
 *
 * @param turnKey - The key of the newest turn under way: a new one is followed again.
 */
export function useScroll(turnKey: string | undefined) {
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef<Following>('answer');
  const settled = useRef({ top: 0, height: 0, room: 0 });
  const last = useRef({ firstItem: null as Element | null, height: 0, top: 0 });
  const [isAtEnd, setIsAtEnd] = useState(true);

  // Earlier messages come in above: what is being read must stay where it is.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const firstItem = element.querySelector('.messages > li');
    const before = last.current;
    if (before.firstItem?.isConnected && firstItem !== before.firstItem) {
      following.current = 'nothing';
      element.scrollTop = before.top + element.scrollHeight - before.height;
      settled.current = measure(element);
    }
    last.current = { firstItem, height: element.scrollHeight, top: element.scrollTop };
  });

  // The answer grows, the banner takes room, the keyboard of a phone opens.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || content.current === null) return;
    if (turnKey !== undefined) following.current = 'answer';
    const observer = new ResizeObserver(() => {
      if (following.current !== 'nothing')
        element.scrollTop = findTarget(element, following.current);
      settled.current = measure(element);
      setIsAtEnd(isNearEnd(element));
    });
    observer.observe(content.current);
    observer.observe(element);
    return () => observer.disconnect();
  }, [turnKey]);

  return {
    scroller,
    content,
    isAtEnd,
    onScroll: () => {
      const element = scroller.current;
      if (element === null) return;
      const isAtTheEnd = isNearEnd(element);
      if (isByPerson(settled.current, measure(element)))
        following.current = isAtTheEnd ? 'end' : 'nothing';
      last.current.top = element.scrollTop;
      setIsAtEnd(isAtTheEnd);
    },
    goToEnd: () => {
      following.current = 'end';
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    },
  };
}

/** Where the page stands, how much there is, and how much of it can be seen. */
function measure({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
  return { top: scrollTop, height: scrollHeight, room: clientHeight };
}

/** Not the page's own move, nor the browser's after something changed its size. */
function isByPerson(before: ReturnType<typeof measure>, now: ReturnType<typeof measure>): boolean {
  const isSameSize = before.height === now.height && before.room === now.room;
  return isSameSize && Math.abs(before.top - now.top) >= 2;
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR;
}

/** Where to scroll. An answer higher than the page is read from its beginning, not its end. */
function findTarget(element: HTMLElement, following: Following): number {
  const answers = element.querySelectorAll('.answer');
  const newest = answers[answers.length - 1];
  // The first screen is read from its beginning too.
  if (newest === undefined) return 0;
  const end = element.scrollHeight - element.clientHeight;
  if (following === 'end') return end;
  const fromTop = newest.getBoundingClientRect().top - element.getBoundingClientRect().top;
  return Math.min(end, element.scrollTop + fromTop - FOR_THE_QUESTION * element.clientHeight);
}
