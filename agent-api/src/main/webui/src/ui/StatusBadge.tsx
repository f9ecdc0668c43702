import { Badge } from '@mantine/core';
import { capitalised } from '@/lib/words';
import classes from './StatusBadge.module.css';

const COLORS: Record<string, string> = {
  active: 'teal',
  ready: 'teal',
  syncing: 'indigo',
  running: 'indigo',
  pending: 'gray',
  waiting: 'yellow',
  completed: 'teal',
  failed: 'red',
  refused: 'orange',
  interrupted: 'orange',
  cancelled: 'gray',
  skipped: 'gray',
  paused: 'yellow',
  stopped: 'gray',
};

/** A status in a word, with a colour beside it; what still moves has a breathing dot. */
export function StatusBadge({ status, size = 'md' }: { status: string; size?: 'sm' | 'md' | 'lg' }) {
  const moving = ['running', 'pending', 'waiting', 'syncing'].includes(status);
  return (
    <Badge
      variant="light"
      color={COLORS[status] ?? 'gray'}
      size={size}
      className={classes.badge}
      leftSection={<span className={classes.dot} data-moving={moving || undefined} />}
    >
      {capitalised(status)}
    </Badge>
  );
}
