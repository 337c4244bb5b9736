/** The mark: a docket with a tick. */
export const Logo = ({ size = 20 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden className="shrink-0">
    <rect width="32" height="32" rx="7" className="fill-accent" />
    <path
      d="M9 7h8.5a8.5 8.5 0 0 1 0 18H9z"
      fill="none"
      strokeWidth="3"
      strokeLinejoin="round"
      className="stroke-on-accent"
    />
    <path
      d="m13.2 16 2.8 2.8 4.6-5.2"
      fill="none"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="stroke-on-accent"
    />
  </svg>
);
