import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, NavLink } from 'react-router';
import { meQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { AgentIcon, FolderIcon, GridIcon, MenuIcon, ShieldIcon } from '@/ui/icons';
import classes from './Navigation.module.css';

const PLACES = [
  { to: paths.agents, label: 'Agents', icon: <AgentIcon size={16} /> },
  { to: paths.catalog, label: 'Catalog', icon: <GridIcon size={16} /> },
  { to: paths.sources, label: 'Sources', icon: <FolderIcon size={16} /> },
];

const ADMIN = { to: paths.admin, label: 'Admin', icon: <ShieldIcon size={16} /> };

/** Where this member may go. */
function usePlaces() {
  const { data: me } = useQuery(meQuery);
  return me?.role === 'admin' ? [...PLACES, ADMIN] : PLACES;
}

export function Navigation() {
  const places = usePlaces();
  return (
    <nav className={classes.wide} aria-label="Main">
      {places.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} className={classes.link}>
          {icon}
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

/** The same places where there is no room for a row of links. */
export function NarrowNavigation() {
  const places = usePlaces();
  return (
    <div className={classes.narrow}>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Open the menu">
            <MenuIcon size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {places.map(({ to, label, icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={icon}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
