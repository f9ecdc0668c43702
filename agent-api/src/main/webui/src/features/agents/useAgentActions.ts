import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { deleteAgent, openChat, runNow, steerAgent, type AgentAction } from '@/api/calls';
import { keys } from '@/api/queries';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { tellDone, tellFailed } from '@/ui/notify';

const DONE: Record<AgentAction, string> = {
  start: 'started',
  pause: 'paused: no new runs, running work goes on',
  resume: 'active again',
  stop: 'stopped',
};

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.agents }),
      client.invalidateQueries({ queryKey: keys.background }),
    ]);
}

export function useRunNow(agent: Agent) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (task: string) => runNow(agent.id, task),
    onSuccess: () => {
      tellDone(`${agent.name} runs now.`);
      return refresh();
    },
    onError: (error) => tellFailed(`${agent.name} was not started`, error),
  });
}

export function useSteer(agent: Agent) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (action: AgentAction) => steerAgent(agent.id, action),
    onSuccess: (_, action) => {
      tellDone(`${agent.name} is ${DONE[action]}.`);
      return refresh();
    },
    onError: (error, action) => tellFailed(`Could not ${action} ${agent.name}`, error),
  });
}

export function useOpenChat(agent: Agent) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => openChat(agent.id),
    onSuccess: ({ sessionId }) => navigate(paths.session(sessionId)),
    onError: (error) => tellFailed('The chat was not opened', error),
  });
}

export function useDelete(agent: Agent) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => deleteAgent(agent.id),
    onSuccess: async () => {
      tellDone(`${agent.name} was deleted.`);
      await navigate(paths.agents);
      client.removeQueries({ queryKey: keys.agent(agent.id) });
      await client.invalidateQueries({ queryKey: keys.agents });
    },
    onError: (error) => tellFailed(`${agent.name} was not deleted`, error),
  });
}
