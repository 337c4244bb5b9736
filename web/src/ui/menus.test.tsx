import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/axe';
import { IconButton } from './Button';
import { Menu, MenuCheck, MenuChoices, MenuItem, MenuLabel, MenuLine } from './Menu';
import { Picker, type PickerOption } from './Picker';
import { Popover } from './Popover';
import { Segments } from './Segments';
import { Tooltip, TooltipProvider } from './Tooltip';

const user = userEvent.setup();

describe('a menu', () => {
  const onRename = vi.fn();
  const onDelete = vi.fn();

  function Example() {
    const [shown, setShown] = useState(['open']);
    const [theme, setTheme] = useState('light');
    const toggle = (name: string, on: boolean) =>
      setShown((all) => (on ? [...all, name] : all.filter((each) => each !== name)));
    return (
      <Menu trigger={<button>More</button>}>
        <MenuLabel>Request</MenuLabel>
        <MenuItem onSelect={onRename}>Rename</MenuItem>
        <MenuItem onSelect={onDelete} danger>
          Delete
        </MenuItem>
        <MenuLine />
        {['open', 'closed'].map((name) => (
          <MenuCheck key={name} checked={shown.includes(name)} onChange={(on) => toggle(name, on)}>
            {`Show ${name}`}
          </MenuCheck>
        ))}
        <MenuLine />
        <MenuChoices
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Menu>
    );
  }

  async function open() {
    render(<Example />);
    await user.tab();
    await user.keyboard('{Enter}');
    return screen.findByRole('menu');
  }
  const isBack = () => waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());

  it('is gone through by arrows and letters, and chosen from by Enter', async () => {
    const menu = await open();
    expect(menu).toHaveAccessibleName('More');
    expect(screen.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Delete' })).toHaveFocus();
    await user.keyboard('{End}');
    expect(screen.getByRole('menuitemradio', { name: 'Dark' })).toHaveFocus();
    await user.keyboard('ren{Enter}');
    expect(onRename).toHaveBeenCalledOnce();
    expect(onDelete).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).toBeNull();
    await isBack();
  });

  it('closes by Escape, and nothing happens', async () => {
    onDelete.mockClear();
    await open();
    await user.keyboard('{ArrowDown}{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(onDelete).not.toHaveBeenCalled();
    await isBack();
  });

  it('stays open while several are checked, and says which are', async () => {
    await open();
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Show closed' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Show open' }));
    expect(screen.getByRole('menuitemcheckbox', { name: 'Show closed' })).toBeChecked();
    expect(screen.getByRole('menuitemcheckbox', { name: 'Show open' })).not.toBeChecked();
    await expectAccessible(screen.getByRole('menu'));
  });

  it('has one of its choices chosen', async () => {
    await open();
    expect(screen.getByRole('menuitemradio', { name: 'Light' })).toBeChecked();
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
    await isBack();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('menuitemradio', { name: 'Dark' })).toBeChecked();
    expect(screen.getByRole('menuitemradio', { name: 'Light' })).not.toBeChecked();
  });
});

describe('a picker', () => {
  const people = ['Ada', 'Ben', 'Bea', 'Cleo'].map((name): PickerOption => ({ value: name, text: name, label: name }));

  interface ExampleProps {
    options?: PickerOption[];
    onPick?: (value: string) => void;
    onSearch?: (words: string) => void;
  }
  function Example({ options = people, onPick = () => undefined, onSearch }: ExampleProps) {
    const [open, setOpen] = useState(false);
    return (
      <Picker
        {...{ open, options, onPick, onSearch }}
        onOpenChange={setOpen}
        label="People"
        searchLabel="Search people"
        emptyText="Nobody"
        value={null}
        trigger={<button>Assign</button>}
      />
    );
  }
  async function open(props: ExampleProps = {}) {
    const view = render(<Example {...props} />);
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByRole('combobox', { name: 'Search people' });
    return view;
  }
  const box = () => screen.getByRole('combobox');
  /** The one that Enter would choose, as a screen reader is told. */
  const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;

  it('takes letters at once, and says which one they have led to', async () => {
    await open();
    expect(box()).toHaveFocus();
    expect(active()).toBe('Ada');
    await user.keyboard('  BE');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Ben', 'Bea']);
    expect(active()).toBe('Ben');
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('goes round at its ends, and keeps in sight what is chosen', async () => {
    const seen: (string | null)[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      seen.push(this.textContent);
    });
    await open();
    await user.keyboard('{ArrowUp}');
    expect(active()).toBe('Cleo');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe('Ben');
    expect(seen).toEqual(['Cleo', 'Ada', 'Ben']);
  });

  it('follows the mouse, and is chosen from by a click', async () => {
    const onPick = vi.fn();
    await open({ onPick });
    await user.hover(screen.getByRole('option', { name: 'Bea' }));
    expect(active()).toBe('Bea');
    await user.click(screen.getByRole('option', { name: 'Bea' }));
    expect(onPick).toHaveBeenCalledWith('Bea');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Assign' })).toHaveFocus());
  });

  it('closes by Escape without choosing, and has forgotten the letters', async () => {
    const onPick = vi.fn();
    await open({ onPick });
    await user.keyboard('cl{Escape}');
    expect(onPick).not.toHaveBeenCalled();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Assign' })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findAllByRole('option')).toHaveLength(4);
    expect(box()).toHaveValue('');
  });

  it('does not choose while letters are being put together', async () => {
    const onPick = vi.fn();
    await open({ onPick });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(onPick).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onPick).toHaveBeenCalledWith('Ada');
  });

  it('that is searched elsewhere shows what came from there', async () => {
    const onSearch = vi.fn();
    const onPick = vi.fn();
    const view = await open({ onSearch, onPick });
    await user.keyboard('zz{ArrowUp}');
    expect(onSearch).toHaveBeenLastCalledWith('zz');
    expect(screen.getAllByRole('option')).toHaveLength(4);
    view.rerender(<Example onSearch={onSearch} onPick={onPick} options={people.slice(0, 2)} />);
    expect(active()).toBe('Ben');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(onPick).toHaveBeenCalledWith('Ada');
  });
});

it('a popover belongs to its button', async () => {
  render(
    <Popover trigger={<button>Who is here</button>} label="People here">
      <button>Mara</button>
    </Popover>,
  );
  await user.click(screen.getByRole('button', { name: 'Who is here' }));
  expect(await screen.findByRole('dialog', { name: 'People here' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Mara' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Who is here' })).toHaveFocus());
});

it('segments are one stop of the keyboard, and moved through by arrows', async () => {
  const onChange = vi.fn();
  render(
    <>
      <Segments
        label="Show"
        value="b"
        onChange={onChange}
        options={['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <button>After</button>
    </>,
  );
  expect(screen.getByRole('radio', { name: 'B' })).toBeChecked();
  await user.tab();
  expect(screen.getByRole('radio', { name: 'B' })).toHaveFocus();
  await user.keyboard('{ArrowRight}{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('c');
  await user.tab();
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
});

describe('a tooltip', () => {
  it('explains to those who come by keyboard, with the key that does the same', async () => {
    render(
      <TooltipProvider>
        <Tooltip text="Approve it" shortcut="A">
          <button>Yes</button>
        </Tooltip>
      </TooltipProvider>,
    );
    await user.tab();
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent('Approve itA');
    expect(screen.getByRole('button')).toHaveAccessibleDescription('Approve itA');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
    expect(screen.getByRole('button')).toHaveFocus();
  });

  it('of an icon is the name of its button', async () => {
    render(
      <TooltipProvider>
        <IconButton label="Close">x</IconButton>
      </TooltipProvider>,
    );
    await user.tab();
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Close');
  });
});
