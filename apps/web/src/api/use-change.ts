/** Changes, and what they make stale. */
import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";

/**
 * A change after which everything on screen is asked anew, but for who one is: an answer moves a line, a line moves
 * Today, a list taken brings sites. What hangs on what, only the server knows.
 */
export function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    },
  });
}
