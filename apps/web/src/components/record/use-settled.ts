import { useEffect, useRef, useState } from "react";

/** The value once it has not changed for `wait` milliseconds; what is asked of the server follows it, not each letter. */
export function useSettled<T>(value: T, wait = 350): T {
  const text = JSON.stringify(value);
  const latest = useRef(value);
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    const timer = setTimeout(() => setSettled(latest.current), wait);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return settled;
}
