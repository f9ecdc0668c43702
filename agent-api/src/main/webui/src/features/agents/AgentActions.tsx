import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { AgentAction } from '@/api/calls';
import { meQuery } from '@/api/queries';
import type { Agent, AgentState } from '@/api/types';
import { BoltIcon, ChatIcon, PauseIcon, PlayIcon, StopIcon } from '@/ui/icons';
import { MoreActions } from './MoreActions';
import { RunNowDialog } from './RunNowDialog';
import { useOpenChat, useSteer } from './useAgentActions';

const STEERING: Record<AgentAction, { label: string; icon: React.ReactNode }> = {
  start: { label: 'Start', icon: <PlayIcon size={16} /> },
  pause: { label: 'Pause', icon: <PauseIcon size={16} /> },
  resume: { label: 'Resume', icon: <PlayIcon size={16} /> },
  stop: { label: 'Stop', icon: <StopIcon size={16} /> },
};

/** What can be done with an agent in each state. */
const OFFERED: Record<AgentState, AgentAction[]> = {
  active: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  stopped: ['start'],
};

export function AgentActions({ agent }: { agent: Agent }) {
  const chat = useOpenChat(agent);
  const { data: me } = useQuery(meQuery);
  const mine = agent.instructions !== undefined;
  const admin = me?.role === 'admin';
  return (
    <>
      {mine && <Steering agent={agent} offered={OFFERED[agent.state]} />}
      {!mine && admin && <Steering agent={agent} offered={OFFERED[agent.state].filter((action) => action === 'stop')} />}
      <Button
        variant="default"
        leftSection={<ChatIcon size={16} />}
        loading={chat.isPending}
        onClick={() => chat.mutate()}
      >
        Chat
      </Button>
      {mine && <RunNow agent={agent} />}
      {(mine || admin) && <MoreActions agent={agent} mine={mine} />}
    </>
  );
}

function Steering({ agent, offered }: { agent: Agent; offered: AgentAction[] }) {
  const steer = useSteer(agent);
  return offered.map((action) => (
    <Button
      key={action}
      variant="default"
      leftSection={STEERING[action].icon}
      loading={steer.isPending && steer.variables === action}
      disabled={steer.isPending}
      onClick={() => steer.mutate(action)}
    >
      {STEERING[action].label}
    </Button>
  ));
}

function RunNow({ agent }: { agent: Agent }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Tooltip label="It is not active: start or resume it first." disabled={agent.state === 'active'}>
        <Button leftSection={<BoltIcon size={16} />} disabled={agent.state !== 'active'} onClick={open}>
          Run now
        </Button>
      </Tooltip>
      <RunNowDialog agent={agent} opened={opened} onClose={close} />
    </>
  );
}
