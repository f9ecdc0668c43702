import type { ReactNode } from 'react';

export interface IconProps {
  size?: number;
  className?: string;
}

function icon(shape: ReactNode) {
  return function Icon({ size = 18, className }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={className}
        aria-hidden="true"
        focusable="false"
      >
        {shape}
      </svg>
    );
  };
}

export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const CloseIcon = icon(<path d="M6 6l12 12M18 6 6 18" />);
export const PlayIcon = icon(<path d="M8 5.5v13l10.5-6.5z" />);
export const PauseIcon = icon(<path d="M9 5.5v13M15 5.5v13" />);
export const StopIcon = icon(<rect x="6.5" y="6.5" width="11" height="11" rx="1.5" />);
export const BoltIcon = icon(<path d="M13 3 5.5 13.5H11l-1 7.5 7.5-10.5H12z" />);
export const ChatIcon = icon(<path d="M4 5.5h16v11H11l-4.5 4v-4H4z" />);
export const EditIcon = icon(<path d="M4.5 19.5h4L19 9l-4-4L4.5 15.5zM13 7l4 4" />);
export const TrashIcon = icon(<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 11v5M14 11v5" />);
export const MoreIcon = icon(<path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />);
export const MenuIcon = icon(<path d="M4 7h16M4 12h16M4 17h16" />);
export const SearchIcon = icon(<path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20" />);
export const ClockIcon = icon(<path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2" />);
export const ChevronIcon = icon(<path d="m9 6 6 6-6 6" />);
export const BackIcon = icon(<path d="M19 12H5.5M11 6l-6 6 6 6" />);
export const SendIcon = icon(<path d="M12 19V5.5M6 11l6-6 6 6" />);
export const ArrowDownIcon = icon(<path d="M12 5v13.5M6 13l6 6 6-6" />);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const CopyIcon = icon(<path d="M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1" />);
export const AlertIcon = icon(<path d="M12 8v5M12 16.5h.01M10.6 4.4 2.9 17.8a1.6 1.6 0 0 0 1.4 2.4h15.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.4a1.6 1.6 0 0 0-2.8 0z" />);
export const SunIcon = icon(<path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />);
export const MoonIcon = icon(<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />);
export const SignOutIcon = icon(<path d="M14 4.5H5.5v15H14M10 12h10M16.5 8l4 4-4 4" />);
export const AgentIcon = icon(<path d="M12 4.5V7M5.5 7h13v11.5h-13zM9 11.5v1.5M15 11.5v1.5M2.5 11.5v3M21.5 11.5v3" />);
export const FolderIcon = icon(<path d="M3.5 6h6l2 2.5h9v11h-17z" />);
export const GridIcon = icon(<path d="M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z" />);
export const ActivityIcon = icon(<path d="M3 12.5h4l2.5-7 5 13 2.5-6H21" />);
export const ToolIcon = icon(<path d="m5 8 4 4-4 4M12 16.5h7" />);
export const SparkIcon = icon(<path d="M12 4c.6 4.4 2.6 6.9 7.5 8-4.9 1.1-6.9 3.6-7.5 8-.6-4.4-2.6-6.9-7.5-8C9.4 10.9 11.4 8.4 12 4z" />);
export const PersonIcon = icon(<path d="M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6" />);
export const SyncIcon = icon(<path d="M19.5 11A7.7 7.7 0 0 0 5.6 8M4.5 4.5V8.5h4M4.5 13a7.7 7.7 0 0 0 13.9 3M19.5 19.5v-4h-4" />);
export const KeyIcon = icon(<path d="M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM10.9 13.1 20 4M16 8l3 3M13 11l2 2" />);
export const ShieldIcon = icon(<path d="M12 3.5 5 6v5.5c0 4.3 2.8 7.4 7 9 4.2-1.6 7-4.7 7-9V6zM9 12l2.2 2.2L15.2 10" />);
export const BellIcon = icon(<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />);
export const HookIcon = icon(<path d="M9.5 14.5 6 11M14 9.5 18 13M9 19.5a4 4 0 1 1-3.4-6.1M15 4.5a4 4 0 1 1 3.4 6.1M8 8l8 8" />);
export const PeopleIcon = icon(<path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.6-3.6 3-5.5 6.5-5.5s5.9 1.9 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.3.6 3.6 2.3 4 5.2" />);
export const MailIcon = icon(<path d="M3.5 5.5h17v13h-17zM4 6l8 7 8-7" />);
export const HistoryIcon = icon(<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 9M4.5 4.5V9H9M12 8v4.5l3 1.8" />);
export const DownloadIcon = icon(<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14" />);
export const UploadIcon = icon(<path d="M12 15.5V4.5M7.5 9 12 4.5 16.5 9M5 20h14" />);
export const DeviceIcon = icon(<path d="M4 5h16v10.5H4zM2.5 19.5h19" />);
export const ListIcon = icon(<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.01M4 12h.01M4 17.5h.01" />);
export const ForkIcon = icon(<path d="M6.5 8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.5 8.5v1.5a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2V8.5M12 12v3.5" />);
