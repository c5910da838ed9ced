import type { LineState } from "@throughline/domain";
import type { ReactNode } from "react";

const onMark = "var(--tl-on-mark)";

/** The shapes differ, so that a state is read without its colour. All are drawn in a box of 34 by 34. */
function shapeOf(state: LineState): ReactNode {
  switch (state) {
    case "whole":
      return (
        <>
          <circle cx="17" cy="17" r="16" fill="currentColor" />
          <path
            d="M10 17.5l5 5 9.5-10.5"
            fill="none"
            stroke={onMark}
            strokeWidth="3.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case "partly":
      return (
        <>
          <circle cx="17" cy="17" r="14.5" fill="none" stroke="currentColor" strokeWidth="3" />
          <path d="M17 3a14 14 0 0 1 0 28z" fill="currentColor" />
        </>
      );
    case "broken":
      return (
        <>
          <circle cx="17" cy="17" r="16" fill="currentColor" />
          <path
            d="M11.5 11.5l11 11m0-11l-11 11"
            fill="none"
            stroke={onMark}
            strokeWidth="3.4"
            strokeLinecap="round"
          />
        </>
      );
    case "on_agreed_plan":
      return (
        <>
          <circle cx="17" cy="17" r="14.5" fill="none" stroke="currentColor" strokeWidth="3" />
          <path
            d="M17 9v8.5l5.5 4"
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case "unknown":
      return (
        <circle
          cx="17"
          cy="17"
          r="14.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeDasharray="0.5 6"
          strokeLinecap="round"
        />
      );
    case "not_applicable":
      return (
        <>
          <circle cx="17" cy="17" r="14.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M11 17h12" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
        </>
      );
  }
}

/** The mark of a state. It is always beside the word, so it is hidden from screen readers. */
export function StateMark({
  state,
  size = 16,
}: {
  readonly state: LineState;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      className={`mark state-${state}`}
      width={size}
      height={size}
      viewBox="0 0 34 34"
      aria-hidden="true"
      focusable="false"
    >
      {shapeOf(state)}
    </svg>
  );
}
