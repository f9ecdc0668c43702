import { duration, elapsed } from '@/lib/time';
import { useNow } from '@/lib/useNow';

interface Props {
  /** The final duration; while it is absent the time since `since` is counted. */
  ms?: number | null;
  since?: string | null;
}

/** How long something took, or has taken so far. */
export function Duration({ ms, since }: Props) {
  if (ms !== undefined && ms !== null) {
    return <span>{duration(ms)}</span>;
  }
  return since ? <Running since={since} /> : <span>–</span>;
}

function Running({ since }: { since: string }) {
  return <span>{elapsed(useNow() - Date.parse(since))}</span>;
}
