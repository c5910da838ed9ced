import { mutationOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export const signIn = mutationOptions({
  mutationFn: (input: { email: string; password: string; totp?: string; backupCode?: string }) =>
    api.account.signIn(input),
});
