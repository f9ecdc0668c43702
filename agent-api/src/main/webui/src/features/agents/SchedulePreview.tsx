import { Text } from '@mantine/core';
import type { SchedulePreview as Preview } from '@/api/types';
import { relative, zonedTime } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import classes from './AgentForm.module.css';

interface Props {
  preview: Preview;
  timezone: string;
  /** Belongs to what was typed a moment ago. */
  stale: boolean;
}

/** What a schedule means, what is odd about it, and when it would run next. */
export function SchedulePreview({ preview, timezone, stale }: Props) {
  const now = useNow();
  return (
    <div className={classes.preview} data-stale={stale || undefined}>
      <Text size="sm" fw={600}>
        {preview.description}
      </Text>
      {preview.warnings.map((warning) => (
        <Text key={warning} size="sm" c="orange">
          {warning}
        </Text>
      ))}
      {preview.next.length > 0 ? (
        <ol className={classes.times} aria-label="Next runs">
          {preview.next.map((at) => (
            <li key={at}>
              <time dateTime={at}>{zonedTime(at, timezone)}</time>
              <Text span size="sm" c="dimmed">
                {relative(at, now)}
              </Text>
            </li>
          ))}
        </ol>
      ) : (
        <Text size="sm" c="dimmed">
          It does not run by itself: start it with “Run now”.
        </Text>
      )}
    </div>
  );
}
