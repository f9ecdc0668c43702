import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addToGroup, createGroup, deleteGroup, peopleKeys, removeFromGroup, renameGroup } from '@/api/people';
import type { Group } from '@/api/types';
import { tellDone, tellFailed } from '@/ui/notify';

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: peopleKeys.groups });
}

/** Renames the group, or makes one where there is none. */
export function useSaveGroup(group: Group | undefined, onDone: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (name: string) => (group ? renameGroup(group.id, name) : createGroup(name)),
    onSuccess: ({ name }) => {
      onDone();
      tellDone(group ? `The group is called ${name} now.` : `The group ${name} is there. Now add its members.`);
      return refresh();
    },
  });
}

export function useDeleteGroup(group: Group, onDone: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => deleteGroup(group.id),
    onSuccess: () => {
      onDone();
      tellDone(`${group.name} was deleted.`);
      return refresh();
    },
    onError: (error) => tellFailed(`${group.name} was not deleted`, error),
  });
}

export function useAddToGroup(group: Group, onDone: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (memberId: string) => addToGroup(group.id, memberId),
    onSuccess: () => {
      onDone();
      tellDone(`Added to ${group.name}.`);
      return refresh();
    },
    onError: (error) => tellFailed(`Nobody was added to ${group.name}`, error),
  });
}

export function useRemoveFromGroup(group: Group, member: { id: string; name: string }) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => removeFromGroup(group.id, member.id),
    onSuccess: () => {
      tellDone(`${member.name} is no longer in ${group.name}.`);
      return refresh();
    },
    onError: (error) => tellFailed(`${member.name} is still in ${group.name}`, error),
  });
}
