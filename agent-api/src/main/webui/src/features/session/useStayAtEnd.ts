import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * Keeps the end of a growing page in view while the reader is there, and leaves readers alone who scrolled up.
 * `grown` changes with the content.
 */
export function useStayAtEnd(grown: number, wanted: boolean) {
  const end = useRef<HTMLDivElement>(null);
  const atEnd = useRef(wanted);
  const [away, setAway] = useState(false);

  useEffect(() => {
    const target = end.current;
    if (target === null) {
      return undefined;
    }
    const watcher = new IntersectionObserver(([entry]) => {
      atEnd.current = entry?.isIntersecting ?? true;
      setAway(!atEnd.current);
    }, { rootMargin: '0px 0px 160px 0px' });
    watcher.observe(target);
    return () => watcher.disconnect();
  }, []);

  const goToEnd = useCallback(() => window.scrollTo({ top: document.documentElement.scrollHeight }), []);

  useLayoutEffect(() => {
    if (wanted && atEnd.current) {
      goToEnd();
    }
  }, [grown, wanted, goToEnd]);

  return { end, away, goToEnd };
}
