import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { pagesQuery } from './pages';
import type {
  AccessToken,
  BrowserSession,
  CreatedToken,
  Device,
  Me,
  NewAccessToken,
  NotificationChoice,
  Notifications,
  OpenInvite,
  OwnChange,
  Registration,
  SignedOut,
} from './types';

export const accountKeys = {
  sessions: ['own-sessions'] as const,
  tokens: ['tokens'] as const,
  notifications: ['notifications'] as const,
};

export const signIn = (username: string, password: string) =>
  send<void>('POST', '/auth/login', { body: { username, password } });

/** Where to go on to be signed out at the provider too, where it has such a page. */
export const signOut = () => send<SignedOut | undefined>('POST', '/auth/logout');

/** Where a browser goes to sign in at the provider; it comes back to `to`. */
export const providerSignInAddress = (to: string) => `/auth/oidc/login?${new URLSearchParams({ to })}`;

export const openInviteQuery = (code: string) =>
  queryOptions({
    queryKey: ['open-invite', code],
    queryFn: ({ signal }) => send<OpenInvite>('GET', `/auth/invite/${encodeURIComponent(code)}`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

export const register = (registration: Registration) => send<unknown>('POST', '/auth/register', { body: registration });

export const changeMe = (change: OwnChange) => send<Me>('PATCH', '/api/me', { body: change });

export const changePassword = (currentPassword: string, newPassword: string) =>
  send<void>('POST', '/api/me/password', { body: { currentPassword, newPassword } });

export const sessionsQuery = pagesQuery<BrowserSession>(accountKeys.sessions, '/api/me/sessions');

export const endSession = (id: string) => send<void>('DELETE', `/api/me/sessions/${id}`);

export const endOtherSessions = () => send<void>('DELETE', '/api/me/sessions');

export const tokensQuery = pagesQuery<AccessToken>(accountKeys.tokens, '/api/tokens');

export const createToken = (token: NewAccessToken) =>
  send<CreatedToken>('POST', '/api/tokens', { body: token, idempotencyKey: crypto.randomUUID() });

export const revokeToken = (id: string) => send<void>('DELETE', `/api/tokens/${id}`);

export const deviceQuery = (userCode: string) =>
  queryOptions({
    queryKey: ['device', userCode],
    queryFn: ({ signal }) => send<Device>('GET', '/api/me/device', { query: { userCode }, signal }),
    enabled: userCode !== '',
    retry: false,
    gcTime: 0,
  });

export const decideDevice = (userCode: string, decision: 'approve' | 'deny') =>
  send<void>('POST', '/api/me/device', { body: { userCode, decision } });

/** Whose notifications: the caller's own defaults, or those of one agent. */
const notificationsPath = (agentId?: string) =>
  agentId === undefined ? '/api/me/notifications' : `/api/agents/${agentId}/notifications`;

export const notificationsQuery = (agentId?: string) =>
  queryOptions({
    queryKey: [...accountKeys.notifications, agentId ?? 'mine'],
    queryFn: ({ signal }) => send<Notifications>('GET', notificationsPath(agentId), { signal }),
  });

export const chooseNotifications = (choice: NotificationChoice, agentId?: string) =>
  send<Notifications>('PUT', notificationsPath(agentId), { body: choice });
