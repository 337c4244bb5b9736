import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { Problem } from '@/api/problem';

/** `fields.safety[2]` is said of the checklist as a whole. */
const inputAt = (path: string) => path.replace(/\[.*$/, '');

/** Puts the server's messages beside the inputs that there are, and the cursor into the first of them. */
export function showRefusals<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  inputs: readonly string[],
  error: unknown,
): void {
  if (!(error instanceof Problem)) return;
  const beside = error.errors.filter(({ path }) => inputs.includes(inputAt(path)));
  for (const [index, { path, message }] of beside.entries())
    form.setError(inputAt(path) as FieldPath<Form>, { message }, { shouldFocus: index === 0 });
}

/** What stands on top of a form: a refusal as a whole, or of what the form has no input for. */
export function textElsewhere(
  error: unknown,
  inputs: readonly string[],
  textOf: (error: unknown) => string,
): string | undefined {
  if (error === null) return undefined;
  if (!(error instanceof Problem) || error.errors.length === 0) return textOf(error);
  const others = error.errors.filter(({ path }) => !inputs.includes(inputAt(path)));
  return others.length === 0 ? undefined : others.map(({ message }) => message).join(' ');
}
