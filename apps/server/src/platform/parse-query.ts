import { AppError } from "@throughline/domain";
import type { z } from "zod";

/** What an address says, against its shape; `input_invalid` with the places at fault. */
export function parseQuery<T>(shape: z.ZodType<T>, given: unknown): T {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AppError(
    "input_invalid",
    undefined,
    parsed.error.issues.map(({ path, message }) => ({
      path: `/${path.map(String).join("/")}`,
      message,
    })),
  );
}
