import { useState } from 'react';
import { setTheme, useTheme } from '@/ui/theme';
import { Segments } from '@/ui/Segments';
import { Controls } from './Controls';
import { Floating } from './Floating';
import { Looks } from './Looks';
import { StatesOfPages } from './StatesOfPages';

const THEMES = ['light', 'dark', 'system'] as const;

/** Every component of the design system in every state: for those who work on it, never in what is shipped. */
export function DesignPage() {
  const theme = useTheme();
  const [wide, setWide] = useState<'wide' | 'phone'>('wide');
  return (
    <div className="h-full overflow-y-auto">
      <main className={wide === 'wide' ? 'mx-auto max-w-5xl px-8 py-8' : 'mx-auto max-w-[390px] px-4 py-8'}>
        <div className="mb-8 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 text-xl font-semibold max-sm:basis-full">Design</h1>
          <Segments
            label="Width"
            value={wide}
            onChange={setWide}
            options={[
              { value: 'wide', label: 'Wide' },
              { value: 'phone', label: 'Phone' },
            ]}
          />
          <Segments
            label="Theme"
            value={theme}
            onChange={setTheme}
            options={THEMES.map((value) => ({ value, label: value }))}
          />
        </div>
        <Looks />
        <Controls />
        <Floating />
        <StatesOfPages />
      </main>
    </div>
  );
}
