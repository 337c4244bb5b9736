import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { Problem } from '@/api/problem';

/** Puts the server's messages beside the inputs, and the cursor into the first of them. */
export function showRefusals<Form extends FieldValues>(form: UseFormReturn<Form>, error: unknown): void {
  if (!(error instanceof Problem)) return;
  for (const [index, { path, message }] of error.errors.entries()) {
    // `fields.safety[2]` is said of the checklist as a whole.
    form.setError(path.replace(/\[.*$/, '') as FieldPath<Form>, { message }, { shouldFocus: index === 0 });
  }
}
