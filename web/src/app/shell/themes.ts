import type { ThemeChoice } from '@/ui/theme';

export const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system'];
