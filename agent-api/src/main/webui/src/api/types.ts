import type { components as AgentApi } from './generated/agent-api';
import type { components as Collab } from './generated/collab-service';
import type { components as Search } from './generated/search-service';

type AgentSchemas = AgentApi['schemas'];

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

export type Member = AgentSchemas['Me'];
export type Installation = AgentSchemas['Installation'];
export type Model = AgentSchemas['Model'];
export type Tool = AgentSchemas['Tool'];
export type CatalogEntry = AgentSchemas['CatalogEntry'];
export type SchedulePreview = AgentSchemas['SchedulePreview'];

/** Somebody who may only see the card of an agent gets no instructions, schedule, limits or permissions. */
export type Agent = AgentSchemas['Agent'];
export type AgentType = Agent['type'];
export type AgentState = Agent['state'];
export type OverlapPolicy = NonNullable<Agent['overlapPolicy']>;
export type Visibility = Agent['visibility'];
export type AgentStatus = AgentSchemas['AgentStatus'];
export type NewAgent = AgentSchemas['NewAgent'];

/** A merge patch: `null` takes a field back to its default. */
export type AgentChange = { [Field in keyof AgentSchemas['AgentPatch']]: AgentSchemas['AgentPatch'][Field] | null };

export type Run = AgentSchemas['Run'];
export type RunStatus = Run['status'];
export type Trigger = Run['trigger'];
export type StartedRun = AgentSchemas['StartedRun'];
export type Step = AgentSchemas['Step'];
export type StepStatus = Step['status'];
export type BackgroundInstance = AgentSchemas['BackgroundAgentInstance'];
export type BackgroundAgents = AgentSchemas['BackgroundAgents'];

export type Session = Collab['schemas']['Session'];
export type OpenedSession = AgentSchemas['OpenedSession'];
export type PostedMessage = Collab['schemas']['PostedMessage'];

export type Source = Search['schemas']['Source'];
export type SourceStatus = Search['schemas']['SourceStatus'];
