export type AgentType = 'user' | 'org';
export type AgentState = 'active' | 'paused' | 'stopped';
export type Visibility = 'everyone' | 'private';
export type OverlapPolicy = 'skip' | 'buffer_one' | 'buffer_all' | 'cancel_other' | 'allow_all';
export type Trigger = 'schedule' | 'manual' | 'backfill' | 'chat';
export type RunStatus = 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled' | 'skipped';
export type StepStatus = 'running' | 'completed' | 'failed' | 'refused' | 'interrupted';

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

export interface Member {
  id: string;
  username: string;
  name: string;
  role: 'member' | 'admin';
}

/** What is known before anybody has signed in. */
export interface Installation {
  signInMode: 'accounts' | 'none' | 'oidc' | 'header';
  features: { agents: boolean };
  defaultTimezone: string;
  defaultModel: string;
  version: string;
}

export interface Limits {
  maxToolCalls?: number;
}

/** Somebody who may only see the card of an agent gets no instructions, schedule, limits or permissions. */
export interface Agent {
  id: string;
  name: string;
  description?: string;
  type: AgentType;
  state: AgentState;
  visibility?: Visibility;
  owner?: { id: string; name: string };
  instructions?: string;
  schedule?: string;
  scheduleDescription?: string;
  timezone?: string;
  overlapPolicy?: OverlapPolicy;
  model?: string;
  allowedSources?: string[];
  allowedActions?: string[];
  limits?: Limits;
  stateNote?: string;
  nextRunAt?: string;
  lastRunAt?: string;
  lastStatus?: RunStatus;
  isRunning?: boolean;
  createdAt?: string;
  updatedAt?: string;
  version?: number;
}

export interface AgentStatus {
  state: AgentState;
  runCount: number;
  errorCount: number;
  skippedCount: number;
  lastRunAt?: string;
  lastStatus?: RunStatus;
  nextRunAt?: string;
  isRunning: boolean;
  averageDurationMs?: number;
  totalTokens?: number;
}

export interface Run {
  id: string;
  agentId: string;
  agentName: string;
  sessionId?: string;
  trigger: Trigger;
  scheduledFor?: string;
  /** How many due times share this decision, if several. */
  dueCount?: number;
  task?: string;
  status: RunStatus;
  endReason?: string;
  error?: string;
  summary?: string;
  output?: string;
  createdAt: string;
  startedAt?: string;
  finishedAt?: string;
  durationMs?: number;
  toolCalls?: number;
  modelCalls?: number;
}

export interface Step {
  id: string;
  n: number;
  kind: 'model' | 'tool';
  tool?: string;
  arguments?: unknown;
  result?: string;
  status: StepStatus;
  startedAt?: string;
  finishedAt?: string;
  durationMs?: number;
}

export interface Model {
  name: string;
  provider: string;
  model?: string;
  isDefault: boolean;
}

export interface Tool {
  name: string;
  description: string;
  effect: 'pure' | 'repeatable' | 'keyed' | 'once';
  offeredTo: string[];
}

export interface Source {
  id: string;
  name: string;
  kind: string;
  config?: { path?: string };
}

export interface SourceStatus {
  sourceId: string;
  state: 'pending' | 'syncing' | 'ready' | 'failed';
  documents: number;
  skipped: number;
  lastSyncAt?: string;
  error?: string;
}

export interface CatalogEntry {
  name: string;
  title: string;
  description: string;
  schedule: string;
  actions: string[];
  needsSources: boolean;
  instructions: string;
}

export interface BackgroundInstance {
  instanceId: string;
  threadId: string;
  agentId: string;
  agentName: string;
  status: 'active' | 'completed' | 'failed' | 'cancelled';
  startedAt: string;
  stoppedAt?: string;
  durationMs?: number;
  task?: string;
  error?: string;
}

export interface BackgroundAgents {
  active: BackgroundInstance[];
  history: BackgroundInstance[];
}

export interface SchedulePreview {
  description: string;
  warnings: string[];
  next: string[];
  local: string[];
}

export interface Session {
  id: string;
  kind: 'background' | 'chat';
  agentId: string;
  agentName?: string;
  agentType?: AgentType;
  owner?: { memberId: string; name: string };
  runId?: string;
  activeRunId?: string;
  head: number;
  role: 'viewer' | 'driver' | 'manager' | 'owner';
  createdAt: string;
  updatedAt: string;
}
