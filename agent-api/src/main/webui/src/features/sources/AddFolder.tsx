import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addFolder } from '@/api/calls';
import { ApiError } from '@/api/problem';
import { keys } from '@/api/queries';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { tellDone } from '@/ui/notify';

export function AddFolder({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({ initialValues: { name: '', path: '' } });
  const add = useMutation({
    mutationFn: ({ name, path }: { name: string; path: string }) => addFolder(name, path),
    onSuccess: async (source) => {
      await client.invalidateQueries({ queryKey: keys.sources });
      tellDone(`${source.name} is being read.`);
      form.reset();
      onClose();
    },
    onError: (error) => {
      if (error instanceof ApiError) {
        const { name, config, 'config.path': path } = error.fields;
        form.setErrors({ name, path: path ?? config });
      }
    },
  });
  const shownAtControls = form.errors.name || form.errors.path;
  return (
    <Modal opened={opened} onClose={onClose} title="Add a folder" centered>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack>
          <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label="Path"
            description="A folder on the server, under one that this installation allows."
            placeholder="/srv/handbook"
            required
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('path')}
          />
          <Text size="sm" c="dimmed">
            Everyone here may read it.
          </Text>
          {add.error && !shownAtControls && <ErrorAlert error={add.error} title="The folder was not added" />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
