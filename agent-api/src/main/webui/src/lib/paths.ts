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
};

/** Where to go after signing in: only a path of this app, never another site. */
export function safeReturnPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn) ? next : paths.agents;
}
