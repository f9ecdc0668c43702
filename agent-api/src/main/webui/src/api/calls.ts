import { send } from './client';
import type { Agent, AgentState, AgentType, BackgroundInstance, Limits, OverlapPolicy, Source, Visibility } from './types';

export type AgentAction = 'start' | 'pause' | 'resume' | 'stop';

/** What a person can set. In a change, `null` takes a field back to its default. */
export interface AgentFields {
  name: string;
  description?: string | null;
  instructions: string;
  type?: AgentType;
  schedule: string;
  timezone: string;
  overlapPolicy?: OverlapPolicy;
  visibility?: Visibility;
  model?: string | null;
  allowedSources?: string[];
  allowedActions?: string[] | null;
  limits?: Limits | null;
  state?: AgentState;
}

const once = () => crypto.randomUUID();

export const signIn = (username: string, password: string) =>
  send<void>('POST', '/auth/login', { body: { username, password } });

export const signOut = () => send<void>('POST', '/auth/logout');

export const createAgent = (fields: AgentFields) =>
  send<Agent>('POST', '/api/agents', { body: fields, idempotencyKey: once() });

export const changeAgent = (id: string, fields: Partial<AgentFields>, version?: number) =>
  send<Agent>('PATCH', `/api/agents/${id}`, { body: fields, ifMatch: version });

export const deleteAgent = (id: string) => send<void>('DELETE', `/api/agents/${id}`);

export const steerAgent = (id: string, action: AgentAction) => send<Agent>('POST', `/api/agents/${id}/${action}`);

export const runNow = (id: string, task: string) =>
  send<{ runId: string; sessionId: string }>('POST', `/api/agents/${id}/runs`, {
    body: withTask({}, task),
    idempotencyKey: once(),
  });

export const openChat = (id: string) =>
  send<{ sessionId: string }>('POST', `/api/agents/${id}/sessions`, { idempotencyKey: once() });

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
  send<{ messageId: string }>('POST', `/api/sessions/${sessionId}/messages`, {
    body: { clientId, text, mode: 'queue' },
  });

function withTask<T extends object>(body: T, task: string): T & { task?: string } {
  return task.trim() === '' ? body : { ...body, task: task.trim() };
}
