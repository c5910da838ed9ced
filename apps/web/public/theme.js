// Runs before the first paint, so that a dark screen never flashes light. The switch keeps its choice under the same key.
const applyTheme = () => {
  let kept = null;
  try {
    kept = localStorage.getItem("throughline-theme");
  } catch {
    // Storage may be forbidden; the system's choice then stands.
  }
  const dark =
    kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.className = dark ? "dark" : "light";
};
applyTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
