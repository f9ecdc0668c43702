import { Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sharedRunsQuery } from '@/api/agents';
import type { Agent } from '@/api/types';
import { RunHistory } from './RunHistory';

/** An agent of which one may see no more than that it is there; of some org agents also how their runs went. */
export function Card({ agent }: { agent: Agent }) {
  const { data: shared } = useQuery({ ...sharedRunsQuery(agent.id), enabled: agent.type === 'org' });
  return (
    <>
      <Paper withBorder p="lg">
        <Text size="sm">
          {agent.type === 'org'
            ? 'This agent belongs to the organisation; admins look after it.'
            : `This agent belongs to ${agent.owner?.name ?? 'somebody else'}.`}{' '}
          You can chat with it: it works with your rights then, and reads only what you may read.{' '}
          {shared
            ? 'How its runs in the background went is shared with everybody.'
            : 'What it does in the background is not shared with you.'}
        </Text>
      </Paper>
      {shared && <RunHistory agentId={agent.id} mayRun={false} />}
    </>
  );
}
