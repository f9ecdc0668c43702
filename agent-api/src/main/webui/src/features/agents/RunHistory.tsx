import { Button, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useRefreshEveryMs } from '@/api/live';
import { agentRunsQuery } from '@/api/queries';
import type { Run } from '@/api/types';
import { paths } from '@/lib/paths';
import { capitalised, counted, endReasonInWords } from '@/lib/words';
import { Duration } from '@/ui/Duration';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { ClockIcon } from '@/ui/icons';
import { RowSkeletons } from '@/ui/Page';
import { StatusBadge } from '@/ui/StatusBadge';
import { nothing, Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import classes from './RunHistory.module.css';

const columns: Column<Run>[] = [
  { header: 'Status', as: 'heading', cell: ({ status }) => <StatusBadge status={status} /> },
  { header: 'Started', cell: (run) => <Started run={run} /> },
  { header: 'Duration', numeric: true, cell: (run) => <RunDuration run={run} /> },
  { header: 'Tool calls', numeric: true, cell: ({ toolCalls, status }) => (status === 'skipped' ? nothing : (toolCalls ?? nothing)) },
  { header: 'Summary', as: 'bare', grow: true, cell: (run) => <Summary run={run} /> },
  { header: 'Session', as: 'corner', cell: (run) => <SessionLink run={run} /> },
];

/** Every run of an agent, newest first; what did not happen says why. */
export function RunHistory({ agentId, mayRun = true }: { agentId: string; mayRun?: boolean }) {
  const refetchInterval = useRefreshEveryMs();
  const runs = useInfiniteQuery({ ...agentRunsQuery(agentId), refetchInterval });
  const rows = runs.data?.pages.flatMap((page) => page.items);
  return (
    <section className={classes.section} aria-labelledby="history">
      <VisuallyHidden component="h2" id="history">
        History
      </VisuallyHidden>
      {runs.error && <ErrorAlert error={runs.error} onRetry={() => void runs.refetch()} />}
      {rows === undefined && !runs.error && <RowSkeletons />}
      {rows?.length === 0 && (
        <EmptyState icon={<ClockIcon size={22} />} title="It has not run yet">
          It runs when its schedule says so.{mayRun && ' Press “Run now” to see it work at once.'}
        </EmptyState>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Table label="History of runs" columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      {runs.hasNextPage && (
        <Button variant="default" mt="md" loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          Show older runs
        </Button>
      )}
    </section>
  );
}

function Started({ run }: { run: Run }) {
  const at = run.startedAt ?? run.scheduledFor ?? run.createdAt;
  return (
    <div className={classes.stack}>
      {at && <Time at={at} mode="local" />}
      <Text size="xs" c="dimmed">
        {capitalised(run.trigger)}
        {run.dueCount && ` · ${counted(run.dueCount, 'due time')}`}
      </Text>
    </div>
  );
}

function RunDuration({ run: { durationMs, startedAt, status } }: { run: Run }) {
  const since = status === 'running' || status === 'waiting' ? startedAt : undefined;
  return durationMs != null || since ? <Duration ms={durationMs} since={since} /> : nothing;
}

function Summary({ run }: { run: Run }) {
  const outcome = run.error ?? run.summary;
  const unusual = run.endReason && run.endReason !== 'finished' ? endReasonInWords(run.endReason) : undefined;
  return (
    <div className={classes.stack}>
      {unusual && (
        <Text size="sm" fw={550}>
          {unusual}
        </Text>
      )}
      {outcome && (
        <Text size="sm" c={unusual ? 'dimmed' : undefined} lineClamp={2} className={classes.summary}>
          {outcome}
        </Text>
      )}
      {run.task && (
        <Text size="xs" c="dimmed" lineClamp={1}>
          Task: {run.task}
        </Text>
      )}
    </div>
  );
}

function SessionLink({ run }: { run: Run }) {
  if (!run.sessionId || run.status === 'skipped') {
    return null;
  }
  return (
    <Button component={Link} to={paths.session(run.sessionId)} variant="subtle" size="compact-sm">
      {run.status === 'running' ? 'Watch' : 'Open'}
    </Button>
  );
}
