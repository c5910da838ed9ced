/** Light, dark, or as the system says. `public/theme.js` reads the same key before the first paint. */
import { useCallback, useEffect, useState } from "react";

const key = "throughline-theme";
export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

function readChoice(): ThemeChoice {
  try {
    return themeChoices.find((choice) => choice === localStorage.getItem(key)) ?? "system";
  } catch {
    return "system";
  }
}

function keepChoice(choice: ThemeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Storage may be forbidden; the choice then holds for this page only.
  }
}

/** The choice and how to change it; follows the system while nothing else is chosen. */
export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(readChoice);
  useEffect(() => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const apply = (): void => {
      document.documentElement.className =
        choice === "dark" || (choice === "system" && system.matches) ? "dark" : "light";
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [choice]);
  const choose = useCallback((next: ThemeChoice) => {
    keepChoice(next);
    setChoice(next);
  }, []);
  return [choice, choose];
}
