import { send } from './client';
import type {
  Agent,
  AgentChange,
  BackgroundInstance,
  NewAgent,
  OpenedSession,
  PostedMessage,
  Source,
  StartedRun,
} from './types';

export type AgentAction = 'start' | 'pause' | 'resume' | 'stop';

const once = () => crypto.randomUUID();

export const createAgent = (agent: NewAgent) =>
  send<Agent>('POST', '/api/agents', { body: agent, idempotencyKey: once() });

export const changeAgent = (id: string, change: AgentChange, version?: number) =>
  send<Agent>('PATCH', `/api/agents/${id}`, { body: change, ifMatch: version });

export const deleteAgent = (id: string) => send<void>('DELETE', `/api/agents/${id}`);

export const steerAgent = (id: string, action: AgentAction) => send<Agent>('POST', `/api/agents/${id}/${action}`);

export const runNow = (id: string, task: string) =>
  send<StartedRun>('POST', `/api/agents/${id}/runs`, {
    body: withTask({}, task),
    idempotencyKey: once(),
  });

export const openChat = (id: string) =>
  send<OpenedSession>('POST', `/api/agents/${id}/sessions`, { idempotencyKey: once() });

export const stopRun = (runId: string) => send<void>('POST', `/api/runs/${runId}/stop`);

export const startInBackground = (agentId: string, task: string) =>
  send<BackgroundInstance>('POST', '/background-agents/start', {
    body: withTask({ agentId }, task),
    idempotencyKey: once(),
  });

export const stopInBackground = (instanceId: string) =>
  send<BackgroundInstance>('POST', `/background-agents/${instanceId}/stop`, { body: {} });

export const addFolder = (name: string, path: string) =>
  send<Source>('POST', '/api/sources', {
    body: { name, kind: 'folder', config: { path }, access: { everyone: true } },
    idempotencyKey: once(),
  });

export const syncSource = (id: string) => send<void>('POST', `/api/sources/${id}/sync`);

export const deleteSource = (id: string) => send<void>('DELETE', `/api/sources/${id}`);

export const install = (name: string, allowedSources?: string[]) =>
  send<Agent>('POST', `/api/catalog/${encodeURIComponent(name)}/install`, {
    body: allowedSources ? { allowedSources } : {},
    idempotencyKey: once(),
  });

/** Safe to repeat: the server knows a message by its `clientId`. */
export const postMessage = (sessionId: string, clientId: string, text: string) =>
  send<PostedMessage>('POST', `/api/sessions/${sessionId}/messages`, {
    body: { clientId, text, mode: 'queue' },
  });

function withTask<T extends object>(body: T, task: string): T & { task?: string } {
  return task.trim() === '' ? body : { ...body, task: task.trim() };
}
