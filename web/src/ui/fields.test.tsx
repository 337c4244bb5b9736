import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/axe';
import { Button } from './Button';
import { Checkbox, Field, Input, Select, Textarea } from './Field';
import { FieldGroup } from './FieldGroup';
import { PasswordInput } from './PasswordInput';
import { Section } from './Section';
import { TooltipProvider } from './Tooltip';

const user = userEvent.setup();

describe('a field', () => {
  it('that is needed says so to everybody, in words and not by a star alone', async () => {
    const { container } = render(
      <Field label="Title" required>
        {(control) => <Input {...control} />}
      </Field>,
    );
    expect(screen.getByRole('textbox', { name: 'Title' })).toBeRequired();
    expect(screen.getByText('*')).toHaveAttribute('aria-hidden', 'true');
    await expectAccessible(container);
  });

  it('that may stay empty promises nothing', () => {
    render(
      <Field label="Title" mark="optional">
        {(control) => <Input {...control} />}
      </Field>,
    );
    const input = screen.getByRole('textbox', { name: /^Title/ });
    expect(screen.getByText('· optional')).toBeVisible();
    expect(input).not.toBeRequired();
    expect(input).not.toHaveAttribute('aria-describedby');
    expect(input).toBeValid();
  });

  it('keeps its hint until something is wrong, and has it back when that is mended', () => {
    const field = (error?: string) => (
      <Field label="Key" hint="Two to five letters" error={error}>
        {(control) => <Input {...control} />}
      </Field>
    );
    const { rerender } = render(field('It is taken.'));
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription('It is taken.');
    rerender(field());
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription('Two to five letters');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is entered by a click on its label, whichever control it has', async () => {
    render(
      <>
        <Field label="Description">{(control) => <Textarea {...control} />}</Field>
        <Field label="Size">
          {(control) => (
            <Select {...control} defaultValue="M">
              <option>S</option>
              <option>M</option>
            </Select>
          )}
        </Field>
      </>,
    );
    await user.click(screen.getByText('Description'));
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveFocus();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Size' }), 'S');
    expect(screen.getByRole('combobox', { name: 'Size' })).toHaveValue('S');
  });
});

describe('a checkbox', () => {
  it('is checked by its label and by the space bar', async () => {
    const onChange = vi.fn();
    render(<Checkbox label="Internal" hint="Only staff see it" onChange={onChange} />);
    const box = screen.getByRole('checkbox', { name: 'Internal' });
    expect(box).toHaveAccessibleDescription('Only staff see it');
    await user.click(screen.getByText('Internal'));
    expect(box).toBeChecked();
    await user.keyboard(' ');
    expect(box).not.toBeChecked();
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});

describe('a group of controls', () => {
  const group = (error?: string) => (
    <FieldGroup label="Safety" hint="Before work begins" error={error} required mark="staff">
      <Checkbox label="Helmet" />
      <Checkbox label="Vest" />
    </FieldGroup>
  );

  it('answers one question: it has a name, and a hint', async () => {
    const { container } = render(group());
    const found = screen.getByRole('group', { name: /^Safety/ });
    expect(found).toHaveAccessibleDescription('Before work begins');
    expect(found).toContainElement(screen.getByRole('checkbox', { name: 'Vest' }));
    await expectAccessible(container);
  });

  it('says what is wrong in place of the hint', () => {
    render(group('Check at least one.'));
    expect(screen.getByRole('alert')).toHaveTextContent('Check at least one.');
    expect(screen.getByRole('group')).toHaveAccessibleDescription('Check at least one.');
    expect(screen.queryByText('Before work begins')).toBeNull();
  });
});

describe('a password', () => {
  it('keeps what was typed while it is looked at, and is hidden again', async () => {
    render(
      <TooltipProvider>
        <PasswordInput aria-label="Password" showLabel="Show" hideLabel="Hide" />
      </TooltipProvider>,
    );
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.getByLabelText('Password')).toHaveValue('correct horse');
    expect(screen.getByRole('button', { name: 'Hide' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
  });

  it('is not sent by looking at it', async () => {
    const onSubmit = vi.fn();
    render(
      <TooltipProvider>
        <form onSubmit={onSubmit}>
          <PasswordInput aria-label="Password" showLabel="Show" hideLabel="Hide" />
        </form>
      </TooltipProvider>,
    );
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('the button of a form', () => {
  const form = (props: { reason?: string; busy?: boolean }, onSubmit: () => void) => (
    <TooltipProvider>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <input aria-label="Title" />
        <Button type="submit" variant="primary" {...props}>
          Send
        </Button>
      </form>
    </TooltipProvider>
  );

  it('sends it, by Enter in a field as well', async () => {
    const onSubmit = vi.fn();
    render(form({}, onSubmit));
    await user.type(screen.getByLabelText('Title'), 'x{Enter}');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(onSubmit).toHaveBeenCalledTimes(2);
  });

  it.each([{ reason: 'The program is archived.' }, { busy: true }])('does not while it is off: %j', async (props) => {
    const onSubmit = vi.fn();
    render(form(props, onSubmit));
    await user.type(screen.getByLabelText('Title'), 'x{Enter}');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('at work says so', () => {
    render(form({ busy: true }, vi.fn()));
    expect(screen.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-busy', 'true');
  });
});

it('a section is a place with a name, to which an address leads', () => {
  render(
    <Section id="fields" title="Fields" text="What the form asks for.">
      <p>None yet.</p>
    </Section>,
  );
  expect(screen.getByRole('region', { name: 'Fields' })).toHaveAttribute('id', 'fields');
  expect(screen.getByText('What the form asks for.')).toBeVisible();
});
