/** Every address of the app. */
export const paths = {
  agents: '/agents',
  newAgent: '/agents/new',
  agent: (id: string) => `/agents/${id}`,
  editAgent: (id: string) => `/agents/${id}/edit`,
  session: (id: string) => `/sessions/${id}`,
  sources: '/sources',
  catalog: '/catalog',
  signIn: '/sign-in',
  invite: (code: string) => `/invite/${code}`,
  device: '/device',
  profile: '/profile',
  profileSessions: '/profile/sessions',
  profileTokens: '/profile/tokens',
  profileNotifications: '/profile/notifications',
  profileWebhooks: '/profile/webhooks',
  profileWebhook: (id: string) => `/profile/webhooks/${id}`,
  admin: '/admin',
  adminMembers: '/admin/members',
  adminGroups: '/admin/groups',
  adminGroup: (id: string) => `/admin/groups/${id}`,
  adminInvites: '/admin/invites',
  adminAudit: '/admin/audit',
  adminSignIn: '/admin/sign-in',
  adminEmergencyStop: '/admin/emergency-stop',
};

/** Where to go after signing in: only a path of this app, never another site. */
export function safeReturnPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn) ? next : paths.agents;
}
