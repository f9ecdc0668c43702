import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { agentAsYaml, changeAgentFromYaml, createAgentFromYaml, handOverAgent, remixAgent, restoreVersion } from '@/api/agents';
import { keys } from '@/api/queries';
import type { Agent } from '@/api/types';
import { download } from '@/lib/download';
import { paths } from '@/lib/paths';
import { tellDone, tellFailed } from '@/ui/notify';

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.agents });
}

export function useRestore(agent: Agent, onSettled: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (version: number) => restoreVersion(agent.id, version),
    onSuccess: (_, version) => {
      tellDone(`${agent.name} is what it was in version ${version}.`);
      return refresh();
    },
    onError: (error) => tellFailed(`${agent.name} stays as it is`, error),
    onSettled,
  });
}

export function useHandOver(agent: Agent, onDone: () => void) {
  const refresh = useRefresh();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (memberId: string) => handOverAgent(agent.id, memberId),
    onSuccess: async () => {
      onDone();
      tellDone(`${agent.name} has a new owner. It is paused until they resume it.`);
      await navigate(paths.agents);
      await refresh();
    },
  });
}

export function useRemix(agent: Agent, onDone: () => void) {
  const refresh = useRefresh();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (name: string) => remixAgent(agent.id, name),
    onSuccess: async (remix) => {
      onDone();
      tellDone(remix.state === 'active' ? `${remix.name} is yours, and active.` : `${remix.name} is yours, and ${remix.state} for now.`);
      await refresh();
      await navigate(paths.agent(remix.id));
    },
  });
}

export function useDownloadYaml(agent: Agent) {
  return useMutation({
    mutationFn: () => agentAsYaml(agent.id),
    onSuccess: (yaml) => download(`${agent.name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.yaml`, yaml, 'application/yaml'),
    onError: (error) => tellFailed(`${agent.name} was not downloaded`, error),
  });
}

/** Makes an agent of a file, or writes the file over one. */
export function useUploadYaml(agent?: Agent) {
  const refresh = useRefresh();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (file: File) => {
      const yaml = await file.text();
      return agent ? changeAgentFromYaml(agent.id, yaml, agent.version) : createAgentFromYaml(yaml);
    },
    onSuccess: async (written, file) => {
      tellDone(agent ? `${written.name} is what ${file.name} says.` : `${written.name} was created from ${file.name}.`);
      await refresh();
      await navigate(paths.agent(written.id));
    },
    onError: (error, file) => tellFailed(`${file.name} was not accepted`, error),
  });
}
