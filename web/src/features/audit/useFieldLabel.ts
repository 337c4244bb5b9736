import i18next, { type CustomTypeOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Change } from '@/api/types';

type OwnField = keyof CustomTypeOptions['resources']['translation']['admin']['fields'];

const isOwn = (field: string): field is OwnField => i18next.exists(`admin.fields.${field}`);

/** The label of a field in the reader's language where it is one of Docket's own, else as it was when it was changed. */
export function useFieldLabel(): (event: string, change: Pick<Change, 'field' | 'label'>) => string {
  const { t } = useTranslation();
  // The role of a member is told under the member's name.
  return (event, { field, label }) =>
    isOwn(field) && !event.startsWith('member:') ? t(`admin.fields.${field}`) : label;
}
