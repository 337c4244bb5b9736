import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';

const KEY = 'docket.theme';
const listeners = new Set<() => void>();

function choice(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

const system = () => matchMedia('(prefers-color-scheme: dark)');

function paint(): void {
  const chosen = choice();
  const dark = chosen === 'dark' || (chosen === 'system' && system().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const listener of [...listeners]) listener();
}

export function setTheme(theme: ThemeChoice): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  paint();
}

/** Follows the system and the other tabs. */
export function watchTheme(): void {
  system().addEventListener('change', paint);
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) paint();
  });
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, choice);
}
