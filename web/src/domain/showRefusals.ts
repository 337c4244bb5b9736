import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { Problem } from '@/api/problem';

/** `fields.safety[2]` is said of the checklist as a whole. */
const whole = (path: string) => path.replace(/\[.*$/, '');

const hasInput = <Form extends FieldValues>(form: UseFormReturn<Form>, input: string) =>
  form.getValues(input as FieldPath<Form>) !== undefined;

/**
 * Puts the server's messages beside the inputs that there are, and the cursor into the first of them.
 *
 * @param inputOf the input of a path, where they are called otherwise
 * @returns false when some of the problem belongs to no input, so that it has to be said elsewhere
 */
export function showRefusals<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  error: unknown,
  inputOf: (path: string) => string = (path) => path,
): boolean {
  if (!(error instanceof Problem) || error.errors.length === 0) return false;
  const named = error.errors.map(({ path, message }) => ({ input: inputOf(whole(path)), message }));
  const beside = named.filter(({ input }) => hasInput(form, input));
  for (const [index, { input, message }] of beside.entries())
    form.setError(input as FieldPath<Form>, { message }, { shouldFocus: index === 0 });
  return beside.length === named.length;
}

/** What stands on top of a form: a refusal as a whole, or of what the form has no input for. */
export function textElsewhere<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  error: unknown,
  textOf: (error: unknown) => string,
): string | undefined {
  if (error === null) return undefined;
  if (!(error instanceof Problem) || error.errors.length === 0) return textOf(error);
  const others = error.errors.filter(({ path }) => !hasInput(form, whole(path)));
  return others.length === 0 ? undefined : others.map(({ message }) => message).join(' ');
}
