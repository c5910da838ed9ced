import { Button, type ButtonProps } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

/** A link inside the app that looks like a button. */
export function ButtonLink({
  href,
  children,
  ...rest
}: Pick<ButtonProps, "size" | "variant"> & {
  readonly href: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Button {...rest} as={AppLink} href={href} role="link">
      {children}
    </Button>
  );
}
