import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { providerSignInAddress } from '@/api/account';
import { configQuery, meQuery } from '@/api/queries';
import type { Installation } from '@/api/types';
import { safeReturnPath } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { AlertIcon } from '@/ui/icons';
import { PageSkeleton } from '@/ui/Page';
import { Card } from './Card';
import { PasswordForm } from './PasswordForm';
import { errorInWords } from './signInErrors';

const TITLE = 'Sign in to Nightshift';

/** The way in, as this installation has it. Where nobody signs in here, why the server has not let somebody in. */
export function SignInPage() {
  const [params] = useSearchParams();
  const { data: me } = useQuery(meQuery);
  const { data: config, error, refetch } = useQuery(configQuery);
  const next = safeReturnPath(params.get('next'));

  if (me) {
    return <Navigate to={next} replace />;
  }
  if (!config) {
    return error ? (
      <Card title={TITLE}>
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <PageSkeleton />
    );
  }
  return <WayIn config={config} next={next} failure={params.get('error')} />;
}

function WayIn({ config, next, failure }: { config: Installation; next: string; failure: string | null }) {
  switch (config.signInMode) {
    case 'oidc':
      return <AtProvider provider={config.provider?.name ?? 'your provider'} next={next} failure={failure} />;
    case 'header':
      return (
        <Refused title="You are not let in">
          People are signed in by the reverse proxy in front of this installation, and this request did not come
          through it, or it named nobody who may come in. Open the address that you were given, or ask an admin whether
          your account is active.
        </Refused>
      );
    case 'none':
      return (
        <Refused title="This installation is for its own machine">
          Nobody signs in here, so it answers only to a browser on the same machine, at an address such as
          http://localhost:8080. Open it there. To let others in, an admin sets NIGHTSHIFT_AUTH_MODE to accounts, oidc
          or header.
        </Refused>
      );
    default:
      return (
        <Card title={TITLE} hint="Agents that work while you do not.">
          <PasswordForm />
        </Card>
      );
  }
}

function AtProvider({ provider, next, failure }: { provider: string; next: string; failure: string | null }) {
  return (
    <Card title={TITLE} hint="Agents that work while you do not.">
      {failure && (
        <Alert color="red" icon={<AlertIcon />} title="You are not signed in" role="alert">
          {errorInWords(failure, provider)}
        </Alert>
      )}
      <Button component="a" href={providerSignInAddress(next)}>
        Sign in with {provider}
      </Button>
    </Card>
  );
}

function Refused({ title, children }: { title: string; children: string }) {
  return (
    <Card title={title} hint={children}>
      <Button variant="default" onClick={() => window.location.reload()}>
        Try again
      </Button>
    </Card>
  );
}
