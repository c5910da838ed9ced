import type { ReactNode } from "react";

/** The line with one station on it. */
export function BrandMark(): ReactNode {
  return (
    <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true" focusable="false">
      <path d="M2 8h24" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" />
      <circle cx="14" cy="8" r="5.5" fill="currentColor" />
    </svg>
  );
}
