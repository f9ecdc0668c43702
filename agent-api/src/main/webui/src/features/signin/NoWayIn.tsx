import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { kindOf } from '@/api/problem';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { Card } from './Card';

/** Why nobody comes in with an invite any more, and what to do. */
const ENDED: Record<string, { title: string; text: string }> = {
  'invite-used': {
    title: 'This invite was used already',
    text: 'Each invite opens one account. If it was you, sign in; otherwise ask an admin for a new one.',
  },
  'invite-expired': {
    title: 'This invite has expired',
    text: 'An invite is valid for 72 hours. Ask an admin for a new one.',
  },
  'invite-unknown': {
    title: 'There is no such invite',
    text: 'The link may be incomplete, or the invite was taken back. Check it, or ask an admin for a new one.',
  },
};

export function NoWayIn({ error, retry }: { error: unknown; retry: () => void }) {
  const ended = ENDED[kindOf(error) ?? ''];
  return ended ? (
    <Card title={ended.title} hint={ended.text}>
      <Button component={Link} to={paths.signIn} variant="default">
        Go to the sign-in page
      </Button>
    </Card>
  ) : (
    <Card title="Your invite">
      <ErrorAlert error={error} onRetry={retry} />
    </Card>
  );
}

export function isEnded(error: unknown): boolean {
  return (kindOf(error) ?? '') in ENDED;
}
