import { useEffect, useState } from "react";
import { texts } from "../texts.ts";

const words = texts.theme;

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const key = "parallax-theme";

/** Goes round: as the system has it, light, dark. Kept in this browser. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(
    () => themes.find((candidate) => candidate === localStorage.getItem(key)) ?? "system",
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(key, theme);
  }, [theme]);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  return (
    <button
      type="button"
      className="theme"
      onClick={() => setTheme(next)}
      title={words.switchTo(words.names[next])}
    >
      {words.colours}
      <span className="unseen">: {words.names[theme]}</span>
    </button>
  );
}
