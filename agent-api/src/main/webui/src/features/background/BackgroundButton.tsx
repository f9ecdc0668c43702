import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRefreshEveryMs } from '@/api/live';
import { backgroundQuery } from '@/api/queries';
import { useSearchParam } from '@/lib/useSearchParam';
import { ActivityIcon } from '@/ui/icons';
import classes from './Background.module.css';

/** Opens the panel from every page and counts what is at work. */
export function BackgroundButton() {
  const refetchInterval = useRefreshEveryMs();
  const { data } = useQuery({ ...backgroundQuery, refetchInterval });
  const [tab, setTab] = useSearchParam('background');
  const active = data?.active.length ?? 0;
  return (
    <Button
      variant="default"
      className={classes.button}
      fw={500}
      px="sm"
      aria-label={`Background agents, ${active} active`}
      aria-expanded={tab !== ''}
      onClick={() => setTab(tab === '' ? 'active' : '')}
    >
      <ActivityIcon size={17} />
      <span className={classes.label}>Background agents</span>
      <span className={classes.count} data-some={active > 0 || undefined}>
        {active}
      </span>
    </Button>
  );
}
