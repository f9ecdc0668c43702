import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accountKeys, changePassword } from '@/api/account';
import { ApiError } from '@/api/problem';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { tellDone } from '@/ui/notify';
import { PasswordField } from '@/ui/PasswordField';
import { Section } from '@/ui/Section';

const EMPTY = { currentPassword: '', newPassword: '' };

export function PasswordChange({ username }: { username: string }) {
  const client = useQueryClient();
  const form = useForm({ initialValues: EMPTY });
  const changing = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof EMPTY) => changePassword(currentPassword, newPassword),
    onSuccess: () => {
      form.reset();
      tellDone('Your password is changed. Every other browser is signed out.');
      return client.invalidateQueries({ queryKey: accountKeys.sessions });
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  const shownAtControls = form.errors.currentPassword || form.errors.newPassword;
  return (
    <Section title="Password" hint="A new one signs every other browser out; this one stays.">
      <form noValidate onSubmit={form.onSubmit((values) => changing.mutate(values))}>
        <Stack>
          {/* Tells a password manager whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
          <PasswordField
            label="Current password"
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
          <PasswordField
            label="New password"
            description="At least 8 characters."
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          {changing.error && !shownAtControls && (
            <ErrorAlert error={changing.error} title="The password was not changed" />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={changing.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
