import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { pagesQuery } from './pages';
import { isStatus } from './problem';
import { keys } from './queries';
import type { Agent, AgentVersion } from './types';

export const agentVersionsQuery = (id: string) =>
  pagesQuery<AgentVersion>([...keys.agent(id), 'versions'], `/api/agents/${id}/versions`);

/** Whether the runs of an org agent are shared with whoever sees its card. */
export const sharedRunsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.agent(id), 'shares-runs'],
    queryFn: async ({ signal }) => {
      try {
        await send('GET', `/api/agents/${id}/runs`, { query: { limit: 1 }, signal });
        return true;
      } catch (error) {
        if (isStatus(error, 403) || isStatus(error, 404)) {
          return false;
        }
        throw error;
      }
    },
  });

/** Makes the agent what it was then; a new version. */
export const restoreVersion = (id: string, version: number) =>
  send<Agent>('POST', `/api/agents/${id}/versions/${version}/restore`);

export const handOverAgent = (id: string, memberId: string) =>
  send<unknown>('POST', `/api/agents/${id}/hand-over`, { body: { memberId } });

export const remixAgent = (id: string, name: string) =>
  send<Agent>('POST', `/api/agents/${id}/remix`, { body: { name }, idempotencyKey: crypto.randomUUID() });

const YAML = 'application/yaml';

/** What may be written of the agent, as YAML. */
export const agentAsYaml = (id: string) => send<string>('GET', `/api/agents/${id}`, { accept: YAML });

export const createAgentFromYaml = (yaml: string) =>
  send<Agent>('POST', '/api/agents', { text: { content: yaml, type: YAML }, idempotencyKey: crypto.randomUUID() });

export const changeAgentFromYaml = (id: string, yaml: string, version?: number) =>
  send<Agent>('PATCH', `/api/agents/${id}`, { text: { content: yaml, type: YAML }, ifMatch: version });
