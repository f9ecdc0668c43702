import { Button, Group, Modal, MultiSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { install } from '@/api/calls';
import { keys, sourcesQuery } from '@/api/queries';
import type { CatalogEntry } from '@/api/types';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { tellDone } from '@/ui/notify';

interface Props {
  entry: CatalogEntry;
  opened: boolean;
  onClose: () => void;
}

export function InstallDialog({ entry, opened, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const sources = useQuery({ ...sourcesQuery, enabled: opened && entry.needsSources });
  const [chosen, setChosen] = useState<string[]>([]);
  const installing = useMutation({
    mutationFn: () => install(entry.name, chosen.length > 0 ? chosen : undefined),
    onSuccess: async (agent) => {
      tellDone(`${agent.name} is installed and active.`);
      await client.invalidateQueries({ queryKey: keys.agents });
      await navigate(paths.agent(agent.id));
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={`Install ${entry.title}`} centered>
      <Stack>
        <Text size="sm">It becomes an agent of yours and starts on its schedule. You can change everything about it.</Text>
        {entry.needsSources && (
          <MultiSelect
            label="Sources"
            description="What it reads. None chosen: all that you may read now."
            searchable
            data={(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            nothingFoundMessage="No source is connected yet. An admin can add one on the Sources page."
            value={chosen}
            onChange={setChosen}
          />
        )}
        {sources.error && <ErrorAlert error={sources.error} title="The sources could not be loaded" />}
        {installing.error && <ErrorAlert error={installing.error} title="It was not installed" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={installing.isPending} onClick={() => installing.mutate()} data-autofocus>
            Install
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
