import { useQuery } from '@tanstack/react-query';
import { meQuery } from '@/api/queries';
import { NotificationForm } from '@/ui/NotificationForm';
import { Page } from '@/ui/Page';
import { Section } from '@/ui/Section';

export function NotificationsPage() {
  const { data: me } = useQuery(meQuery);
  const hint = me?.email
    ? `About every agent of yours that chooses nothing itself. Letters go to ${me.email}.`
    : 'About every agent of yours that chooses nothing itself. You have no e-mail address yet: add one to your profile.';
  return (
    <Page title="Notifications" width="form">
      <Section title="What you are told" hint={hint}>
        <NotificationForm />
      </Section>
    </Page>
  );
}
