import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { Problem } from '@/api/problem';

/**
 * Puts the server's messages beside the inputs, and the cursor into the first of them.
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
  const inputs = Object.keys(form.getValues());
  // `fields.safety[2]` is said of the checklist as a whole.
  const named = error.errors.map(({ path, message }) => ({ input: inputOf(path.replace(/\[.*$/, '')), message }));
  const known = named.filter(({ input }) => inputs.includes(input.replace(/\..*$/, '')));
  for (const [index, { input, message }] of known.entries())
    form.setError(input as FieldPath<Form>, { message }, { shouldFocus: index === 0 });
  return known.length === named.length;
}
