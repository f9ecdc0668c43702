import { ActionIcon, Menu } from '@mantine/core';
import { Link, NavLink } from 'react-router';
import { paths } from '@/lib/paths';
import { AgentIcon, FolderIcon, GridIcon, MenuIcon } from '@/ui/icons';
import classes from './Navigation.module.css';

const PLACES = [
  { to: paths.agents, label: 'Agents', icon: <AgentIcon size={16} /> },
  { to: paths.catalog, label: 'Catalog', icon: <GridIcon size={16} /> },
  { to: paths.sources, label: 'Sources', icon: <FolderIcon size={16} /> },
];

export function Navigation() {
  return (
    <nav className={classes.wide} aria-label="Main">
      {PLACES.map(({ to, label, icon }) => (
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
  return (
    <div className={classes.narrow}>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Open the menu">
            <MenuIcon size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {PLACES.map(({ to, label, icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={icon}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
