/** Light, dark, or as the system says. `public/theme.js` reads the same key before the first paint and follows the system. */
import { useCallback, useState } from "react";

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

/** The choice and how to change it. */
export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(readChoice);
  const choose = useCallback((next: ThemeChoice) => {
    keepChoice(next);
    setChoice(next);
    const system = matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.className =
      next === "dark" || (next === "system" && system) ? "dark" : "light";
  }, []);
  return [choice, choose];
}
