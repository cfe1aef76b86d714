import type { ReactNode } from 'react';

function Icon({ children, size = 19, width = 1.7 }: { children: ReactNode; size?: number; width?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const TodayIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3 2" />
  </Icon>
);
export const CasesIcon = () => (
  <Icon>
    <rect x="4.5" y="4" width="15" height="16" rx="2" />
    <path d="M8 9h8M8 13h8M8 17h5" />
  </Icon>
);
export const ReviewsIcon = () => (
  <Icon>
    <path d="M5 5h14v11H11l-4 3.5V16H5z" />
    <path d="M12 7.2l1 2.1 2.3.3-1.7 1.6.4 2.3-2-1.1-2 1.1.4-2.3-1.7-1.6 2.3-.3z" />
  </Icon>
);
export const ParcelsIcon = () => (
  <Icon>
    <path d="M4 8l8-4 8 4v8l-8 4-8-4z" />
    <path d="M4 8l8 4 8-4M12 12v8" />
  </Icon>
);
export const LossesIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M8.5 7.5l3.5 5 3.5-5M12 12.5V17M9 13h6M9 15.5h6" />
  </Icon>
);
export const InvoicesIcon = () => (
  <Icon>
    <path d="M6 3.5h12v17l-2-1.4-2 1.4-2-1.4-2 1.4-2-1.4-2 1.4z" />
    <path d="M9 7.5l3 3.5 3-3.5M12 11v5M9.5 11h5M9.5 13.5h5" />
  </Icon>
);
export const ReportsIcon = () => (
  <Icon>
    <path d="M4.5 20h15M7 16.5v-5M12 16.5V5M17 16.5V9" />
  </Icon>
);
export const OrdersIcon = () => (
  <Icon>
    <path d="M6 3.5h12v17l-2.4-1.6-1.8 1.6-1.8-1.6-1.8 1.6-1.8-1.6L6 20.5z" />
    <path d="M9 8.5h6M9 12.5h6" />
  </Icon>
);
export const EvidenceIcon = () => (
  <Icon>
    <rect x="3.5" y="5" width="17" height="14" rx="2" />
    <circle cx="9" cy="10" r="1.6" />
    <path d="M5 17l5-4 3 2.5 3-3 4 4" />
  </Icon>
);
export const WrongShipmentIcon = () => (
  <Icon>
    <path d="M5 8h11l-3-3M19 16H8l3 3" />
  </Icon>
);
export const NotesIcon = () => (
  <Icon>
    <path d="M6 21V4h11l-2.5 4L17 12H6" />
  </Icon>
);
export const ScriptsIcon = () => (
  <Icon>
    <path d="M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="3" />
    <path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1" />
  </Icon>
);
export const CalendarIcon = () => (
  <Icon>
    <rect x="4" y="5.5" width="16" height="14.5" rx="2" />
    <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4M8 14h2M14 14h2" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon size={15} width={2}>
    <circle cx="11" cy="11" r="7" />
    <path d="M20 20l-4-4" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon size={13} width={2.4}>
    <circle cx="12" cy="12" r="8" />
    <path d="M12 8v4l2.5 2" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon size={13} width={2.4}>
    <path d="M12 4l9 16H3zM12 10v4M12 17v.5" />
  </Icon>
);
export const PauseIcon = () => (
  <Icon size={13} width={2.4}>
    <path d="M9 5v14M15 5v14" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={13} width={2.6}>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Icon>
);
export const FileIcon = () => (
  <Icon size={28} width={1.3}>
    <path d="M6 3h8l4 4v14H6zM14 3v4h4" />
  </Icon>
);
export const PlayIcon = () => (
  <Icon size={28} width={1.3}>
    <circle cx="12" cy="12" r="9" />
    <path d="M10 8.5l6 3.5-6 3.5z" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="8.5" r="3.5" />
    <path d="M3 19.5c.6-3.4 3-5 6-5s5.4 1.6 6 5M15.5 5.4a3.4 3.4 0 0 1 0 6.3M17.5 15c1.9.6 3.1 2.1 3.5 4.5" />
  </Icon>
);
