import type { AccessToken } from '@/api/types';

type Scope = AccessToken['scopes'][number];

/** What a token may, from least to most. */
export const REACHES = [
  { value: 'read', label: 'Read only', scopes: ['read'] },
  { value: 'write', label: 'Read and change', scopes: ['read', 'write'] },
  { value: 'admin', label: 'Everything, also as an admin', scopes: ['read', 'write', 'admin'] },
] as const satisfies { value: Scope; label: string; scopes: Scope[] }[];

export function scopesInWords(scopes: readonly Scope[]): string {
  const reach = REACHES.findLast(({ value }) => scopes.includes(value));
  return reach?.label ?? 'Nothing';
}
