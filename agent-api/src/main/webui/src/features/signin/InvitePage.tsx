import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { openInviteQuery } from '@/api/account';
import { meQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { PageSkeleton } from '@/ui/Page';
import { Card } from './Card';
import { NoWayIn } from './NoWayIn';
import { RegistrationForm } from './RegistrationForm';

export function InvitePage() {
  const { code = '' } = useParams();
  const { data: me } = useQuery(meQuery);
  const { data: invite, error, refetch } = useQuery(openInviteQuery(code));
  if (error) {
    return <NoWayIn error={error} retry={() => void refetch()} />;
  }
  if (!invite) {
    return <PageSkeleton />;
  }
  if (me) {
    return (
      <Card title="You have an account already" hint={`You are signed in as ${me.name}. An invite is for somebody new.`}>
        <Button component={Link} to={paths.agents}>
          Go to agents
        </Button>
      </Card>
    );
  }
  return <RegistrationForm code={code} invite={invite} />;
}
