import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FieldDefinition } from '@/api/types';
import { emptyForm, formOf, sameForm, type RequestForm } from './requestForm';

/** What somebody had typed and not sent, as far as the fields of today can hold it; undefined when there is nothing. */
export function readDraft(key: string, fields: readonly FieldDefinition[]): RequestForm | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<RequestForm> | null;
    if (stored === null) return undefined;
    const draft = formOf(stored, fields);
    return sameForm(draft, emptyForm(fields)) ? undefined : draft;
  } catch {
    return undefined;
  }
}

export const dropDraft = (key: string) => localStorage.removeItem(key);

/**
 * Keeps what is typed across a reload and a log-out, until it is stored elsewhere (`wanted` is false). Files can't be kept: the
 * browser gives them to this page only.
 */
export function useFormDraft(key: string, form: UseFormReturn<RequestForm>, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) {
      dropDraft(key);
      return;
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => localStorage.setItem(key, JSON.stringify(values)),
    });
  }, [form, key, wanted]);
}
