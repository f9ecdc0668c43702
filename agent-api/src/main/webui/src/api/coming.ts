/** Shapes that the committed API document does not show yet; this file goes as soon as it does. */
type UUID = string;
type Instant = string;
type Role = 'member' | 'admin';

export interface Coming {
  Member: {
    id: UUID;
    username?: string;
    name: string;
    email?: string;
    role?: Role;
    state?: 'active' | 'disabled';
    maxAgents?: number;
    hasPassword?: boolean;
    createdAt?: Instant;
  };
  MemberPatch: { name?: string; email?: string; role?: Role; state?: 'active' | 'disabled'; maxAgents?: number };
  OwnPatch: { name?: string; email?: string };
  PasswordReset: { password: string };
  PasswordChange: { currentPassword: string; newPassword: string };
  BrowserSession: {
    id: UUID;
    current: boolean;
    createdAt: Instant;
    lastSeenAt: Instant;
    expiresAt: Instant;
    address?: string;
    userAgent?: string;
  };
  Invite: {
    id: UUID;
    url?: string;
    role: Role;
    email?: string;
    state: 'open' | 'used' | 'expired' | 'revoked';
    createdBy: { id: UUID; name: string };
    createdAt: Instant;
    expiresAt: Instant;
    usedBy?: { id: UUID; name: string };
    usedAt?: Instant;
  };
  NewInvite: { role: Role; email?: string };
  OpenInvite: { role: Role; email?: string; expiresAt: Instant; invitedBy?: string };
  Registration: { invite: string; username: string; password: string; name?: string };
  Group: { id: UUID; name: string; origin?: 'local' | 'provider'; memberCount?: number; createdAt?: Instant };
  GroupMember: { id: UUID; name: string; addedAt: Instant; username?: string };
  AccessToken: {
    id: UUID;
    name: string;
    prefix: string;
    scopes: ('read' | 'write' | 'admin')[];
    createdAt: Instant;
    expiresAt?: Instant;
    lastUsedAt?: Instant;
  };
  NewAccessToken: { name: string; expiresAt?: Instant; scopes?: ('read' | 'write' | 'admin')[] };
  CreatedToken: { id: UUID; token: string; name: string; scopes: ('read' | 'write' | 'admin')[]; expiresAt?: Instant };
  Device: { clientId: string; scopes: ('read' | 'write' | 'admin')[]; expiresAt: Instant };
  Notifications: {
    onFailure: ('mail' | 'webhook')[];
    onWaiting: ('mail' | 'webhook')[];
    webhookId?: UUID;
    inherited: boolean;
    mailAvailable: boolean;
  };
  ChooseNotifications: { onFailure: ('mail' | 'webhook')[]; onWaiting: ('mail' | 'webhook')[]; webhookId?: UUID };
  Webhook: {
    id: UUID;
    name: string;
    url: string;
    events: string[];
    agentId?: UUID;
    state: 'active' | 'paused';
    pausedReason?: string;
    failures: number;
    failingSince?: Instant;
    nextAttemptAt?: Instant;
    secretSetAt: Instant;
    secret?: string;
    createdAt: Instant;
    updatedAt: Instant;
  };
  CreateWebhook: { name: string; url: string; events: string[]; agentId?: UUID };
  PatchWebhook: { name?: string; url?: string; events?: string[]; state?: 'active' | 'paused' };
  WebhookDelivery: {
    id: UUID;
    webhookId: UUID;
    eventId: string;
    type: string;
    cause: 'event' | 'test' | 'redelivery' | 'notification';
    status: 'pending' | 'delivered' | 'failed';
    attempt: number;
    responseStatus?: number;
    response?: string;
    error?: string;
    durationMs?: number;
    createdAt: Instant;
    attemptedAt?: Instant;
    nextAttemptAt?: Instant;
  };
  AuditEntry: {
    id: UUID;
    at: Instant;
    action: string;
    outcome: 'done' | 'refused';
    actor: { kind: 'member' | 'service' | 'system' | 'anonymous'; id?: UUID; name?: string };
    target?: { kind: string; id: string; name?: string };
    address?: string;
    credential?: string;
    detail: { [key: string]: unknown };
  };
  SignInSettings: {
    mode: 'accounts' | 'none' | 'oidc' | 'header';
    provider?: {
      name: string;
      preset: string;
      issuer: string;
      clientId: string;
      clientSecretSet: boolean;
      scopes: string[];
      audience: string[];
      people: {
        allowedDomains: string[];
        requireVerifiedEmail: boolean;
        emailClaim: string;
        groupsClaim: string;
        adminGroup?: string;
        admins: string[];
      };
      callbackUrl: string;
      signedOutUrl: string;
    };
  };
  SignInTest: { ok: boolean; steps: { name: string; ok: boolean; detail: string }[] };
  SignedOut: { logoutUrl: string };
  EmergencyStop: { active: boolean; since?: Instant; by?: { id?: UUID; name: string }; reason?: string };
  AgentVersion: {
    version: number;
    at: Instant;
    by: { id?: UUID; name: string };
    change: string;
    differences: { field: string; before?: unknown; after?: unknown }[];
  };
}
