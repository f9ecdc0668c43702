import { Navigate, type RouteObject } from 'react-router';
import { SignInPage } from '@/features/signin/SignInPage';
import { paths } from '@/lib/paths';
import { PageSkeleton } from '@/ui/Page';
import { CrashPage, NotFoundPage } from './ErrorPages';
import { RequireSignIn } from './RequireSignIn';
import { Shell } from './Shell';

const profileRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('@/features/profile/ProfilePage')).ProfilePage }) },
  {
    path: 'sessions',
    lazy: async () => ({ Component: (await import('@/features/profile/SessionsPage')).SessionsPage }),
  },
  { path: 'tokens', lazy: async () => ({ Component: (await import('@/features/profile/TokensPage')).TokensPage }) },
  {
    path: 'notifications',
    lazy: async () => ({ Component: (await import('@/features/profile/NotificationsPage')).NotificationsPage }),
  },
  { path: 'webhooks', lazy: async () => ({ Component: (await import('@/features/profile/WebhooksPage')).WebhooksPage }) },
  {
    path: 'webhooks/:id',
    lazy: async () => ({ Component: (await import('@/features/profile/DeliveriesPage')).DeliveriesPage }),
  },
];

const adminRoutes: RouteObject[] = [
  { index: true, element: <Navigate to={paths.adminMembers} replace /> },
  { path: 'members', lazy: async () => ({ Component: (await import('@/features/admin/MembersPage')).MembersPage }) },
  { path: 'groups', lazy: async () => ({ Component: (await import('@/features/admin/GroupsPage')).GroupsPage }) },
  { path: 'groups/:id', lazy: async () => ({ Component: (await import('@/features/admin/GroupPage')).GroupPage }) },
  { path: 'invites', lazy: async () => ({ Component: (await import('@/features/admin/InvitesPage')).InvitesPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('@/features/admin/AuditPage')).AuditPage }) },
  { path: 'sign-in', lazy: async () => ({ Component: (await import('@/features/admin/SignInPage')).SignInPage }) },
  {
    path: 'emergency-stop',
    lazy: async () => ({ Component: (await import('@/features/admin/EmergencyStopPage')).EmergencyStopPage }),
  },
];

export function createRoutes(): RouteObject[] {
  return [
    { path: '/sign-in', element: <SignInPage />, errorElement: <CrashPage /> },
    {
      path: '/invite/:code',
      errorElement: <CrashPage />,
      hydrateFallbackElement: <PageSkeleton />,
      lazy: async () => ({ Component: (await import('@/features/signin/InvitePage')).InvitePage }),
    },
    {
      path: '/device',
      errorElement: <CrashPage />,
      hydrateFallbackElement: <PageSkeleton />,
      lazy: async () => {
        const { DevicePage } = await import('@/features/signin/DevicePage');
        return {
          element: (
            <RequireSignIn>
              <DevicePage />
            </RequireSignIn>
          ),
        };
      },
    },
    {
      element: (
        <RequireSignIn>
          <Shell />
        </RequireSignIn>
      ),
      errorElement: <CrashPage />,
      hydrateFallbackElement: <PageSkeleton />,
      children: [
        { index: true, element: <Navigate to="/agents" replace /> },
        {
          path: 'agents',
          lazy: async () => ({ Component: (await import('@/features/agents/AgentsPage')).AgentsPage }),
        },
        {
          path: 'agents/new',
          lazy: async () => ({ Component: (await import('@/features/agents/NewAgentPage')).NewAgentPage }),
        },
        {
          path: 'agents/:id',
          lazy: async () => ({ Component: (await import('@/features/agents/AgentPage')).AgentPage }),
        },
        {
          path: 'agents/:id/edit',
          lazy: async () => ({ Component: (await import('@/features/agents/EditAgentPage')).EditAgentPage }),
        },
        {
          path: 'sessions/:id',
          lazy: async () => ({ Component: (await import('@/features/session/SessionPage')).SessionPage }),
        },
        {
          path: 'sources',
          lazy: async () => ({ Component: (await import('@/features/sources/SourcesPage')).SourcesPage }),
        },
        {
          path: 'catalog',
          lazy: async () => ({ Component: (await import('@/features/catalog/CatalogPage')).CatalogPage }),
        },
        {
          path: 'profile',
          children: profileRoutes,
          lazy: async () => ({ Component: (await import('@/features/profile/Profile')).Profile }),
        },
        {
          path: 'admin',
          children: adminRoutes,
          lazy: async () => ({ Component: (await import('@/features/admin/Admin')).Admin }),
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ];
}
