import { Tooltip } from '@mantine/core';
import type { Connection } from './liveSession';
import classes from './ConnectionState.module.css';

const WORDS: Record<Connection, { label: string; meaning: string }> = {
  loading: { label: 'Loading', meaning: 'Reading what happened so far.' },
  live: { label: 'Live', meaning: 'What happens appears here at once.' },
  reconnecting: { label: 'Reconnecting', meaning: 'The connection was lost. Nothing is missed: it is read when it is back.' },
  gone: { label: 'Closed', meaning: 'This session is no longer shared with you, or it was removed.' },
};

export function ConnectionState({ connection }: { connection: Connection }) {
  const { label, meaning } = WORDS[connection];
  return (
    <Tooltip label={meaning} multiline maw={260}>
      <span className={classes.state} data-state={connection} role="status" aria-label={`Connection: ${label}`}>
        {label}
      </span>
    </Tooltip>
  );
}
