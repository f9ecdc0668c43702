import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { configQuery, meQuery } from '@/api/queries';
import { Page } from '@/ui/Page';
import { Section } from '@/ui/Section';
import { AboutMe } from './AboutMe';
import { PasswordChange } from './PasswordChange';

const ELSEWHERE = {
  accounts: 'You sign in with a password.',
  oidc: 'You sign in at your provider; your password is changed there.',
  header: 'You are signed in by the proxy in front of this installation; it has your password.',
  none: 'Nobody signs in here: whoever sits at this machine is its admin.',
};

export function ProfilePage() {
  const { data: me } = useQuery(meQuery);
  const { data: config } = useQuery(configQuery);
  const withPassword = me?.hasPassword === true && config?.signInMode === 'accounts';
  return (
    <Page title="Your profile" width="form">
      <Stack gap="lg">
        {me && <AboutMe key={me.id} me={me} />}
        {withPassword ? (
          <PasswordChange username={me.username} />
        ) : (
          config && (
            <Section title="Password">
              <Text size="sm">{ELSEWHERE[config.signInMode]}</Text>
            </Section>
          )
        )}
      </Stack>
    </Page>
  );
}
