import { capitalised } from '@/lib/words';
import classes from './StatusBadge.module.css';

type Tone = 'good' | 'moving' | 'bad' | 'odd' | 'calm';

const TONES: Record<string, Tone> = {
  active: 'good',
  completed: 'good',
  ready: 'good',
  delivered: 'good',
  done: 'good',
  open: 'moving',
  running: 'moving',
  syncing: 'moving',
  failed: 'bad',
  refused: 'bad',
  interrupted: 'odd',
  waiting: 'odd',
  paused: 'odd',
  disabled: 'odd',
};

const AT_WORK = ['pending', 'running', 'waiting', 'syncing'];

interface Props {
  status: string;
  size?: 'sm' | 'md';
  /** Whether it is about to change by itself. */
  moving?: boolean;
}

/** A status in a word, with a colour beside it; what still moves has a breathing dot. */
export function StatusBadge({ status, size = 'md', moving = AT_WORK.includes(status) }: Props) {
  return (
    <span className={classes.badge} data-tone={TONES[status] ?? 'calm'} data-size={size}>
      <span className={classes.dot} data-moving={moving || undefined} />
      {capitalised(status)}
    </span>
  );
}
