import { useQuery } from '@tanstack/react-query';
import { meQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/EmptyState';
import { KeyIcon, ListIcon, MailIcon, PeopleIcon, PersonIcon, ShieldIcon, StopIcon } from '@/ui/icons';
import { Sections } from '@/ui/Sections';

const PLACES = [
  { to: paths.adminMembers, label: 'Members', icon: <PersonIcon size={16} /> },
  { to: paths.adminGroups, label: 'Groups', icon: <PeopleIcon size={16} /> },
  { to: paths.adminInvites, label: 'Invites', icon: <MailIcon size={16} /> },
  { to: paths.adminAudit, label: 'Audit', icon: <ListIcon size={16} /> },
  { to: paths.adminSignIn, label: 'Sign-in', icon: <KeyIcon size={16} /> },
  { to: paths.adminEmergencyStop, label: 'Emergency stop', icon: <StopIcon size={16} /> },
];

/** Nothing below is even asked for when somebody else comes here. */
export function Admin() {
  const { data: me } = useQuery(meQuery);
  return me?.role === 'admin' ? (
    <Sections label="Administration" places={PLACES} />
  ) : (
    <EmptyState icon={<ShieldIcon size={22} />} title="This is for admins">
      Ask an admin for what you need here.
    </EmptyState>
  );
}
