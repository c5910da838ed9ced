import { useGo } from "../routing/use-go.ts";
import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link inside the app: a real address that opens without loading the page anew. */
export function AppLink({ href, onClick, children, ...rest }: AppLinkProps): ReactNode {
  const go = useGo();
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target !== undefined) return;
    event.preventDefault();
    go(href);
  }
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
