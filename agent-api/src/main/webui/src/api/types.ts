import type { components as AgentApi } from './generated/agent-api';
import type { components as Collab } from './generated/collab-service';
import type { components as Search } from './generated/search-service';

type AgentSchemas = AgentApi['schemas'];

/** A merge patch: `null` takes a field back to its default. */
type Patch<T> = { [Field in keyof T]: T[Field] | null };

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

export type Me = AgentSchemas['Me'];
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

export type AgentChange = Patch<AgentSchemas['AgentPatch']>;

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

/** Somebody; to an admin with all fields, to everybody else with id and name. */
export type Member = AgentSchemas['Member'];
export type Role = Me['role'];
export type MemberChange = Patch<AgentSchemas['MemberPatch']>;
export type OwnChange = Patch<AgentSchemas['OwnPatch']>;
export type BrowserSession = AgentSchemas['BrowserSession'];
export type Invite = AgentSchemas['Invite'];
export type OpenInvite = AgentSchemas['OpenInvite'];
export type Registration = AgentSchemas['Registration'];
export type Group = AgentSchemas['Group'];
export type GroupMember = AgentSchemas['GroupMember'];
export type AccessToken = AgentSchemas['AccessToken'];
export type NewAccessToken = AgentSchemas['NewAccessToken'];
export type CreatedToken = AgentSchemas['CreatedAccessToken'];
export type NewPassword = AgentSchemas['NewPassword'];
export type Device = AgentSchemas['Device'];
export type SignedOut = AgentSchemas['SignedOut'];

export type Notifications = AgentSchemas['Notifications'];
export type NotificationChoice = AgentSchemas['ChooseNotifications'];
export type Webhook = AgentSchemas['Webhook'];
export type WebhookEvent = NewWebhook['events'][number];
export type NewWebhook = AgentSchemas['CreateWebhook'];
export type WebhookChange = AgentSchemas['PatchWebhook'];
export type WebhookDelivery = AgentSchemas['WebhookDelivery'];

export type AuditEntry = AgentSchemas['AuditEntry'];
export type SignInSettings = AgentSchemas['SignInSettings'];
export type ProviderSettings = NonNullable<SignInSettings['provider']>;
export type SignInTest = AgentSchemas['SignInTest'];
export type EmergencyStop = AgentSchemas['EmergencyStop'];
export type AgentVersion = AgentSchemas['AgentVersion'];
