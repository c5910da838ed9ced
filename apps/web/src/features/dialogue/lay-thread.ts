/** A thread drawn through the meetings of its series: at which it was talked about, and where its line begins and ends. */
export interface DrawnMeeting {
  readonly id: string;
  readonly number: number;
  readonly on: string;
}

export interface DrawnStop {
  readonly meeting: DrawnMeeting;
  /** `talked`: it was on the agenda; `passes`: the thread was open, the meeting was about other things; `none`: not open. */
  readonly state: "talked" | "passes" | "none";
}

export interface DrawnThread {
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly meetingIds: readonly string[];
}

/**
 * One stop per meeting, in the order of their days. Days are ISO dates.
 *
 * @example layThread({ openedOn: "2024-01-01", closedOn: null, meetingIds: ["a"] }, [{ id: "a", number: 1, on: "2024-02-01" }]) // [{ …, state: "talked" }]
 */
export function layThread(
  { openedOn, closedOn, meetingIds }: DrawnThread,
  meetings: readonly DrawnMeeting[],
): DrawnStop[] {
  const talked = new Set(meetingIds);
  const ordered = [...meetings].sort((a, b) => a.on.localeCompare(b.on) || a.number - b.number);
  const at = ordered.flatMap(({ id }, index) => (talked.has(id) ? [index] : []));
  const first = at[0] ?? Number.POSITIVE_INFINITY;
  const last = at.at(-1) ?? Number.NEGATIVE_INFINITY;
  return ordered.map((meeting, index) => {
    const open =
      meeting.on >= openedOn && (closedOn === null || meeting.on <= closedOn)
        ? true
        : // Written down later than it was talked about: the line still holds together.
          index > first && index < last;
    return { meeting, state: talked.has(meeting.id) ? "talked" : open ? "passes" : "none" };
  });
}
