import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { pagesQuery } from './pages';
import type { Group, GroupMember, Invite, Member, MemberChange, NewPassword, Page, Role } from './types';

export const peopleKeys = {
  members: ['members'] as const,
  groups: ['groups'] as const,
  groupMembers: (id: string) => ['groups', id, 'members'] as const,
  invites: ['invites'] as const,
};

const once = () => ({ idempotencyKey: crypto.randomUUID() });

export interface MemberFilter {
  q?: string;
  role?: string;
  state?: string;
}

export const membersQuery = (filter: MemberFilter) =>
  pagesQuery<Member>([...peopleKeys.members, 'list'], '/api/members', { ...filter });

/** The first whose names contain the text; only those who are active. */
export const memberChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.members, 'choices', q],
    queryFn: async ({ signal }) =>
      (await send<Page<Member>>('GET', '/api/members', { query: { q, limit: 20 }, signal })).items.filter(
        ({ state }) => state !== 'disabled',
      ),
    placeholderData: keepPreviousData,
  });

export const changeMember = (id: string, change: MemberChange) =>
  send<Member>('PATCH', `/api/members/${id}`, { body: change });

/** Somebody else may get the member's agents; otherwise they stop. */
export const removeMember = (id: string, handOverTo?: string) =>
  send<void>('DELETE', `/api/members/${id}`, { query: { handOverTo } });

export const resetPassword = (id: string) => send<NewPassword>('POST', `/api/members/${id}/reset-password`);

export const groupsQuery = (q: string) => pagesQuery<Group>([...peopleKeys.groups, 'list'], '/api/groups', { q });

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: [...peopleKeys.groups, id],
    queryFn: ({ signal }) => send<Group>('GET', `/api/groups/${id}`, { signal }),
  });

export const groupMembersQuery = (id: string) =>
  pagesQuery<GroupMember>(peopleKeys.groupMembers(id), `/api/groups/${id}/members`);

export const createGroup = (name: string) => send<Group>('POST', '/api/groups', { body: { name }, ...once() });

export const renameGroup = (id: string, name: string) => send<Group>('PATCH', `/api/groups/${id}`, { body: { name } });

export const deleteGroup = (id: string) => send<void>('DELETE', `/api/groups/${id}`);

export const addToGroup = (id: string, memberId: string) => send<void>('PUT', `/api/groups/${id}/members/${memberId}`);

export const removeFromGroup = (id: string, memberId: string) =>
  send<void>('DELETE', `/api/groups/${id}/members/${memberId}`);

export const invitesQuery = (state: string) => pagesQuery<Invite>([...peopleKeys.invites, 'list'], '/api/invites', { state });

/** The answer holds the link, this once. */
export const createInvite = (role: Role, email: string) =>
  send<Invite>('POST', '/api/invites', { body: email === '' ? { role } : { role, email }, ...once() });

export const revokeInvite = (id: string) => send<void>('DELETE', `/api/invites/${id}`);
