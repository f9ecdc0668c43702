import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { LiveProvider, usePublicEvents } from '@/api/live';
import { BackgroundButton } from '@/features/background/BackgroundButton';
import { paths } from '@/lib/paths';
import { useSearchParam } from '@/lib/useSearchParam';
import { PageSkeleton } from '@/ui/Page';
import { AccountMenu } from './AccountMenu';
import { ColorSchemeToggle } from './ColorSchemeToggle';
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
  useEffect(() => window.scrollTo(0, 0), [pathname]);
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
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <PanelOnceWanted />
    </LiveProvider>
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
