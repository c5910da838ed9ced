/** Single keys that decide. They can be switched off (WCAG 2.1.4), and the choice is kept. */
import { useCallback, useEffect, useEffectEvent, useState } from "react";

const kept = "throughline-review-keys";

function readChoice(): boolean {
  try {
    return localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
}

/** Whether the keys are on, and the switch. */
export function useKeySwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(readChoice);
  const choose = useCallback((next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(kept, next ? "on" : "off");
    } catch {
      // Storage may be forbidden; the choice then holds for this page only.
    }
  }, []);
  return [on, choose];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog") !== null)
  );
}

/** Calls what belongs to a pressed key, unless somebody is typing. */
export function useKeys(on: boolean, acts: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const isSwitch = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
    if (isTyping(event.target) && !isSwitch) return;
    const act = acts[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!on) return;
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [on]);
}
