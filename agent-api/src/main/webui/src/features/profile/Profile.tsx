import { paths } from '@/lib/paths';
import { BellIcon, DeviceIcon, HookIcon, KeyIcon, PersonIcon } from '@/ui/icons';
import { Sections } from '@/ui/Sections';

const PLACES = [
  { to: paths.profile, label: 'Profile', icon: <PersonIcon size={16} />, end: true },
  { to: paths.profileSessions, label: 'Browsers', icon: <DeviceIcon size={16} /> },
  { to: paths.profileTokens, label: 'Access tokens', icon: <KeyIcon size={16} /> },
  { to: paths.profileNotifications, label: 'Notifications', icon: <BellIcon size={16} /> },
  { to: paths.profileWebhooks, label: 'Webhooks', icon: <HookIcon size={16} /> },
];

export function Profile() {
  return <Sections label="Your account" places={PLACES} />;
}
