import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { signInSettingsQuery, testSignIn } from '@/api/installation';
import type { ProviderSettings, SignInSettings, SignInTest } from '@/api/types';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { Facts } from '@/ui/Facts';
import { AlertIcon, CheckIcon } from '@/ui/icons';
import { Page, RowSkeletons } from '@/ui/Page';
import { Section } from '@/ui/Section';
import classes from './SignInPage.module.css';

const MODES: Record<SignInSettings['mode'], { title: string; text: string }> = {
  accounts: {
    title: 'With accounts of this installation',
    text: 'People sign in with a username and a password. An account is opened with an invite, and in no other way.',
  },
  oidc: { title: 'At a provider', text: 'People sign in with OpenID Connect. Who may come in gets an account the first time.' },
  header: {
    title: 'At a reverse proxy',
    text: 'A trusted proxy names the person in a header (NIGHTSHIFT_HEADER_NAME). Requests from other addresses than NIGHTSHIFT_HEADER_PROXIES are refused.',
  },
  none: {
    title: 'Nobody signs in',
    text: 'Whoever sits at this machine is its admin. The installation answers to this machine alone.',
  },
};

/** How people sign in here. It is changed where the installation is configured, never in a browser. */
export function SignInPage() {
  const { data: settings, error, refetch } = useQuery(signInSettingsQuery);
  return (
    <Page title="Sign-in" width="form">
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!settings && !error && <RowSkeletons rows={3} />}
      {settings && (
        <Stack gap="lg">
          <Section title={MODES[settings.mode].title} hint="Set with NIGHTSHIFT_AUTH_MODE.">
            <Text size="sm">{MODES[settings.mode].text}</Text>
          </Section>
          {settings.provider && <Provider provider={settings.provider} />}
        </Stack>
      )}
    </Page>
  );
}

function Provider({ provider }: { provider: ProviderSettings }) {
  const { people } = provider;
  return (
    <>
      <Section title={provider.name} hint="Set with the environment variables NIGHTSHIFT_OIDC_….">
        <Facts
          label="The provider"
          facts={{
            Issuer: provider.issuer,
            Preset: provider.preset,
            'Client id': provider.clientId,
            'Client secret': provider.clientSecretSet ? 'set' : 'not set',
            Scopes: provider.scopes.join(' '),
            Audience: provider.audience.join(', '),
            'Redirect address, to be allowed there': provider.callbackUrl,
            'Address after sign-out, to be allowed there': provider.signedOutUrl,
          }}
        />
        <Test />
      </Section>
      <Section title="Who may come in">
        <Facts
          label="Who may come in"
          facts={{
            'E-mail domains': people.allowedDomains.includes('*') ? 'Every domain' : people.allowedDomains.join(', '),
            'E-mail address': people.requireVerifiedEmail ? 'must be verified' : 'need not be verified',
            'Claim of the address': people.emailClaim,
            'Claim of the groups': people.groupsClaim,
            'Group of the admins': people.adminGroup,
            Admins: people.admins.join(', '),
          }}
        />
      </Section>
    </>
  );
}

function Test() {
  const test = useMutation({ mutationFn: testSignIn });
  return (
    <Stack>
      {test.error && <ErrorAlert error={test.error} title="The provider was not tested" />}
      {test.data && <Result result={test.data} />}
      <div>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          Test the provider
        </Button>
      </div>
    </Stack>
  );
}

const STEPS: Record<SignInTest['steps'][number]['name'], string> = { discovery: 'It is found', keys: 'Its keys', client: 'It knows this installation' };

function Result({ result: { ok, steps } }: { result: SignInTest }) {
  return (
    <Alert
      role="status"
      color={ok ? 'teal' : 'red'}
      icon={ok ? <CheckIcon /> : <AlertIcon />}
      title={ok ? 'Nothing was found wrong' : 'People cannot sign in like this'}
    >
      <ol className={classes.steps} aria-label="Steps of the test">
        {steps.map((step) => (
          <li key={step.name}>
            {step.ok ? <CheckIcon size={16} /> : <AlertIcon size={16} />}
            <span>
              <b>
                {STEPS[step.name]}: {step.ok ? 'fine' : 'failed'}.
              </b>{' '}
              {step.detail}
            </span>
          </li>
        ))}
      </ol>
    </Alert>
  );
}
