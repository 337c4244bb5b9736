import { useTranslation } from 'react-i18next';
import { GLOBAL_ROLES } from '@/api/admin';
import { PRIORITIES, STATUSES } from '@/api/types';
import { useFormat } from '@/domain/useFormat';

/** The value of a field in words; those that are words of Docket's own in the reader's language. */
export function useValueText(): (field: string, value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (field, value) => {
    const status = STATUSES.find((each) => each === value);
    const priority = PRIORITIES.find((each) => each === value);
    const role = GLOBAL_ROLES.find((each) => each === value);
    if (field === 'status' && status !== undefined) return t(`status.${status}`);
    if (field === 'priority' && priority !== undefined) return t(`priority.${priority}`);
    if ((field === 'role' || field === 'registrationRole') && role !== undefined) return t(`role.${role}`);
    return format.value(value);
  };
}
