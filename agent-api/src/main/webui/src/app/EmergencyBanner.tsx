import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { emergencyStopQuery } from '@/api/installation';
import { meQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { StopIcon } from '@/ui/icons';
import { Time } from '@/ui/Time';

const ASK_EVERY_MS = 20_000;

/** On every page while everything is stopped: who did it, and why. */
export function EmergencyBanner() {
  const { data: me } = useQuery(meQuery);
  const { data: stop } = useQuery({ ...emergencyStopQuery, refetchInterval: ASK_EVERY_MS });
  return (
    stop?.active && (
      <Alert
        color="red"
        variant="filled"
        radius={0}
        icon={<StopIcon />}
        title={`Everything is stopped by ${stop.by?.name ?? 'an admin'}`}
        role="alert"
      >
        {stop.reason} {stop.since && <>– since <Time at={stop.since} mode="local" />.</>} Nothing can be started.{' '}
        {me?.role === 'admin' && (
          <Anchor component={Link} to={paths.adminEmergencyStop} inherit c="inherit" underline="always">
            Release it
          </Anchor>
        )}
      </Alert>
    )
  );
}
