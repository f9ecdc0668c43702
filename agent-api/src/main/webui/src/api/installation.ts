import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { pagesQuery } from './pages';
import type { AuditEntry, EmergencyStop, SignInSettings, SignInTest } from './types';

export const installationKeys = { emergencyStop: ['emergency-stop'] as const };

export interface AuditFilter {
  action?: string;
  actorId?: string;
  targetId?: string;
  outcome?: string;
  from?: string;
  to?: string;
}

export const auditQuery = (filter: AuditFilter) => pagesQuery<AuditEntry>(['audit'], '/api/audit', { ...filter });

/** Where a browser downloads what the filter finds. */
export function auditExportAddress(filter: AuditFilter, format: 'csv' | 'ndjson'): string {
  const wanted = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/api/audit/export?${new URLSearchParams([['format', format], ...wanted])}`;
}

export const signInSettingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  queryFn: ({ signal }) => send<SignInSettings>('GET', '/api/sign-in-settings', { signal }),
});

export const testSignIn = () => send<SignInTest>('POST', '/api/sign-in-settings/test');

export const emergencyStopQuery = queryOptions({
  queryKey: installationKeys.emergencyStop,
  queryFn: ({ signal }) => send<EmergencyStop>('GET', '/api/emergency-stop', { signal }),
});

export const stopEverything = (reason: string) => send<EmergencyStop>('POST', '/api/emergency-stop', { body: { reason } });

export const releaseEmergencyStop = () => send<EmergencyStop | undefined>('DELETE', '/api/emergency-stop');
