import { Navigate, type RouteObject } from 'react-router';
import { SignInPage } from '@/features/signin/SignInPage';
import { PageSkeleton } from '@/ui/Page';
import { CrashPage, NotFoundPage } from './ErrorPages';
import { RequireSignIn } from './RequireSignIn';
import { Shell } from './Shell';

export function createRoutes(): RouteObject[] {
  return [
    { path: '/sign-in', element: <SignInPage />, errorElement: <CrashPage /> },
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
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ];
}
