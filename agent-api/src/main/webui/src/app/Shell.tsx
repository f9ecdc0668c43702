import { Suspense, useEffect } from 'react';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { LiveProvider, usePublicEvents } from '@/api/live';
import { BackgroundButton } from '@/features/background/BackgroundButton';
import { BackgroundPanel } from '@/features/background/BackgroundPanel';
import { paths } from '@/lib/paths';
import { PageSkeleton } from '@/ui/Page';
import { AccountMenu } from './AccountMenu';
import { ColorSchemeToggle } from './ColorSchemeToggle';
import { Logo } from './Logo';
import { Navigation, NarrowNavigation } from './Navigation';
import classes from './Shell.module.css';

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
      <BackgroundPanel />
    </LiveProvider>
  );
}
