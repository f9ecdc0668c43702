import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { stepsQuery } from '@/api/queries';
import type { Step } from '@/api/types';
import { Duration } from '@/ui/Duration';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { SparkIcon } from '@/ui/icons';
import { RowSkeletons } from '@/ui/Page';
import { ToolCall } from '@/ui/ToolCall';
import classes from './Background.module.css';

const WHILE_IT_RUNS_MS = 1500;

/** The journaled steps of a run. */
export function RunLog({ runId, active }: { runId: string; active: boolean }) {
  const { data: steps, error, refetch } = useQuery({
    ...stepsQuery(runId),
    refetchInterval: active ? WHILE_IT_RUNS_MS : false,
  });
  if (error) {
    return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  }
  if (steps === undefined) {
    return <RowSkeletons rows={2} />;
  }
  if (steps.length === 0) {
    return (
      <Text size="sm" c="dimmed" py="xs">
        {active ? 'No step is finished yet.' : 'It ended before its first step.'}
      </Text>
    );
  }
  return (
    <Stack component="ol" gap={6} className={classes.list} aria-label="Log">
      {steps.map((step) => (
        <li key={step.id}>{step.kind === 'tool' ? <ToolStep step={step} /> : <ModelStep step={step} />}</li>
      ))}
    </Stack>
  );
}

function ToolStep({ step }: { step: Step }) {
  return (
    <ToolCall
      tool={step.tool ?? 'tool'}
      args={step.arguments}
      status={step.status}
      result={step.result}
      startedAt={step.startedAt}
      durationMs={step.durationMs}
    />
  );
}

function ModelStep({ step }: { step: Step }) {
  return (
    <Group gap="xs" wrap="nowrap" className={classes.model}>
      <SparkIcon size={15} />
      <Text size="sm" lineClamp={2} className={classes.answer}>
        {step.result || 'Model decided what to do next'}
      </Text>
      <Text size="xs" c="dimmed">
        <Duration ms={step.durationMs} since={step.status === 'running' ? step.startedAt : undefined} />
      </Text>
    </Group>
  );
}
