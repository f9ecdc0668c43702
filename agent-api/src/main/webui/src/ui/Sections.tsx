import { Suspense, type ReactNode } from 'react';
import { NavLink, Outlet } from 'react-router';
import { RowSkeletons } from './Page';
import classes from './Sections.module.css';

export interface Place {
  to: string;
  label: string;
  icon: ReactNode;
  /** Only this very address counts as being there. */
  end?: boolean;
}

/** Several pages that belong together: links beside them, above them where there is little room. */
export function Sections({ label, places }: { label: string; places: Place[] }) {
  return (
    <div className={classes.frame}>
      <nav className={classes.nav} aria-label={label}>
        {places.map(({ to, label: name, icon, end }) => (
          <NavLink key={to} to={to} end={end} className={classes.link}>
            {icon}
            {name}
          </NavLink>
        ))}
      </nav>
      <div className={classes.content}>
        <Suspense fallback={<RowSkeletons />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}
