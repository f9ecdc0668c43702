import { lazy, Suspense, useEffect, useState } from 'react';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { LiveProvider, usePublicEvents } from '@/api/live';
import { configQuery } from '@/api/queries';
import { BackgroundButton } from '@/features/background/BackgroundButton';
import { paths } from '@/lib/paths';
import { useSearchParam } from '@/lib/useSearchParam';
import { AlertIcon } from '@/ui/icons';
import { PageSkeleton } from '@/ui/Page';
import { AccountMenu } from './AccountMenu';
import { ColorSchemeToggle } from './ColorSchemeToggle';
import { EmergencyBanner } from './EmergencyBanner';
import { Logo } from './Logo';
import { Navigation, NarrowNavigation } from './Navigation';
import classes from './Shell.module.css';

const BackgroundPanel = lazy(async () => ({
  default: (await import('@/features/background/BackgroundPanel')).BackgroundPanel,
}));

/** What stands around every page. */
export function Shell() {
  const live = usePublicEvents();
  const { state } = useNavigation();
  const { pathname } = useLocation();
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <LiveProvider value={live}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <header className={classes.header}>
        <Link to={paths.agents} className={classes.home} aria-label="Nightshift, home">
          <Logo />
          <span className={classes.name}>Nightshift</span>
        </Link>
        <Navigation />
        <div className={classes.tools}>
          <BackgroundButton />
          <ColorSchemeToggle />
          <AccountMenu />
          <NarrowNavigation />
        </div>
        {state === 'loading' && <div className={classes.progress} role="progressbar" aria-label="Loading the page" />}
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <EmergencyBanner />
        <SwitchedOff />
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <PanelOnceWanted />
    </LiveProvider>
  );
}

function SwitchedOff() {
  const { data: config } = useQuery(configQuery);
  return (
    config?.features.agents === false && (
      <Alert color="yellow" icon={<AlertIcon />} title="Agents are switched off here" radius={0}>
        Nothing runs and no agent can be seen. An admin switches them on with the setting AGENTS_ENABLED=true.
      </Alert>
    )
  );
}

/** Loads the panel when it is opened for the first time, and keeps it then. */
function PanelOnceWanted() {
  const [tab] = useSearchParam('background');
  const [wanted, setWanted] = useState(false);
  if (tab !== '' && !wanted) {
    setWanted(true);
  }
  return wanted && (
    <Suspense>
      <BackgroundPanel />
    </Suspense>
  );
}
