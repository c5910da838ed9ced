/** Saves ticks of the grid shortly after the last one; until then they stand over what the server said. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../api/client.ts";
import { splitPending, type Pending } from "./link-layers.ts";

const pause = 600;
const mostAtOnce = 5000;

export interface SavedLinks {
  readonly pending: Pending;
  readonly add: (ticks: Pending) => void;
  readonly state: "saved" | "saving" | "waiting" | "failed" | "untouched";
  readonly error: unknown;
  readonly retry: () => void;
}

export function useSavedLinks(): SavedLinks {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Pending>(new Map());
  const [touched, setTouched] = useState(false);
  const latest = useRef(pending);
  useEffect(() => {
    latest.current = pending;
  }, [pending]);
  const save = useMutation({
    mutationFn: async (batch: Pending) => {
      const { set, remove } = splitPending(batch);
      for (let from = 0; from < Math.max(set.length, remove.length); from += mostAtOnce)
        await api.record.setLinks({
          set: set.slice(from, from + mostAtOnce),
          remove: remove.slice(from, from + mostAtOnce),
        });
    },
    onSuccess: async (_, batch) => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
      // Ticked again meanwhile: that one is still to be saved.
      setPending((now) => new Map([...now].filter(([key, link]) => batch.get(key) !== link)));
    },
  });
  const { mutate, reset, isPending, isError } = save;
  const flush = useCallback(() => {
    if (latest.current.size > 0) mutate(latest.current);
  }, [mutate]);
  useEffect(() => {
    if (pending.size === 0 || isPending || isError) return undefined;
    const timer = setTimeout(flush, pause);
    return () => clearTimeout(timer);
  }, [pending, isPending, isError, flush]);
  // Who goes on at once has still said it.
  useEffect(() => flush, [flush]);
  const add = useCallback(
    (ticks: Pending) => {
      setTouched(true);
      if (isError) reset();
      setPending((now) => new Map([...now, ...ticks]));
    },
    [isError, reset],
  );
  return {
    pending,
    add,
    error: save.error,
    retry: flush,
    state: isPending
      ? "saving"
      : isError
        ? "failed"
        : pending.size > 0
          ? "waiting"
          : touched
            ? "saved"
            : "untouched",
  };
}
