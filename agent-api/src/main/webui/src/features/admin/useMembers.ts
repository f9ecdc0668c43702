import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMember, peopleKeys, removeMember, resetPassword } from '@/api/people';
import { keys } from '@/api/queries';
import type { Member, MemberChange } from '@/api/types';
import { tellDone, tellFailed } from '@/ui/notify';

/** What may differ after a member changed: the list, the own account, and the agents that stopped or moved. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [peopleKeys.members, peopleKeys.groups, keys.me, keys.agents].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

export function useChangeMember(member: Member, onDone: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (change: MemberChange) => changeMember(member.id, change),
    onSuccess: (_, { state }) => {
      onDone();
      tellDone(
        state === 'disabled'
          ? `${member.name} is disabled.`
          : state === 'active' && member.state === 'disabled'
            ? `${member.name} is active again.`
            : `${member.name} is saved.`,
      );
      return refresh();
    },
    onError: (error) => tellFailed(`${member.name} was not changed`, error),
  });
}

export function useRemoveMember(member: Member, onDone: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (handOverTo?: string) => removeMember(member.id, handOverTo),
    onSuccess: () => {
      onDone();
      tellDone(`${member.name} was removed.`);
      return refresh();
    },
  });
}

export function useResetPassword(member: Member, onPassword: (password: string) => void) {
  return useMutation({
    mutationFn: () => resetPassword(member.id),
    onSuccess: ({ password }) => onPassword(password),
    onError: (error) => tellFailed(`${member.name} keeps the present password`, error),
  });
}
