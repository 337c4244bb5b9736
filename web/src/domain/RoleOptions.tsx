import { useTranslation } from 'react-i18next';
import type { GlobalRole } from '@/api/types';

/** The choices of a select: roles by their names for people. */
export function RoleOptions({ roles }: { roles: readonly GlobalRole[] }) {
  const { t } = useTranslation();
  return roles.map((role) => (
    <option key={role} value={role}>
      {t(`role.${role}`)}
    </option>
  ));
}
