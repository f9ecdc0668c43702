import { fullTime, localTime, relative } from '@/lib/time';
import { useNow } from '@/lib/useNow';

/** A moment in the reader's own time; the whole truth is in the tooltip. */
export function Time({ at, mode = 'both' }: { at: string; mode?: 'both' | 'local' | 'relative' }) {
  const now = useNow();
  const words =
    mode === 'local'
      ? localTime(at, now)
      : mode === 'relative'
        ? relative(at, now)
        : `${localTime(at, now)} · ${relative(at, now)}`;
  return (
    <time dateTime={at} title={fullTime(at)}>
      {words}
    </time>
  );
}
