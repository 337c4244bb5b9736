import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectAccessible } from '@/testing/axe';
import { pressInNotice } from '@/testing/notices';
import { TooltipProvider } from '@/ui/Tooltip';
import { DesignPage } from './DesignPage';

it('leaves no component out', () => {
  const components = Object.keys(import.meta.glob('../ui/*.tsx')).map((file) => file.replace(/^.*\/|\.tsx$/g, ''));
  const sources = import.meta.glob<string>('./*.tsx', { query: '?raw', import: 'default', eager: true });
  const pages = Object.values(sources).join('\n');
  const shown = components.filter((name) => !name.endsWith('.test'));
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter((name) => !pages.includes(`@/ui/${name}'`))).toEqual([]);
});

it('shows every component without a barrier, and what floats too', async () => {
  const user = userEvent.setup();
  render(
    <TooltipProvider>
      <DesignPage />
    </TooltipProvider>,
  );
  await expectAccessible();
  for (const [button, role] of [
    ['Dialog', 'dialog'],
    ['Confirmation', 'alertdialog'],
    ['Sheet', 'dialog'],
    ['Popover', 'dialog'],
    ['Menu', 'menu'],
    ['Picker: ben', 'listbox'],
  ] as const) {
    await user.click(screen.getByRole('button', { name: button }));
    const floating = await screen.findByRole(role);
    await expectAccessible(floating);
    await user.keyboard('{Escape}');
  }
  await user.click(screen.getByRole('button', { name: 'Toast with undo' }));
  await pressInNotice('Undo');
  expect(await screen.findByText('Undone.')).toBeVisible();
});
