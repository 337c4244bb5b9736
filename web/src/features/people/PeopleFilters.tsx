import { useTranslation } from 'react-i18next';
import { GLOBAL_ROLES, type PeopleFilter } from '@/api/admin';
import type { GlobalRole } from '@/api/types';
import { RoleOptions } from '@/domain/RoleOptions';
import { useSearchText } from '@/domain/useSearchText';
import { Input, Select } from '@/ui/Field';

interface Props {
  filter: PeopleFilter;
  onFilter: (filter: PeopleFilter) => void;
}

export function PeopleFilters({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useSearchText(filter.q ?? '', (q) => onFilter({ ...filter, q: q || undefined }));
  const active = filter.active === undefined ? '' : String(filter.active);
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      <Input
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="sm:w-72!"
      />
      <Select
        aria-label={t('people.role')}
        className="w-44"
        value={filter.role ?? ''}
        onChange={(event) => onFilter({ ...filter, role: (event.target.value || undefined) as GlobalRole | undefined })}
      >
        <option value="">{t('people.everyRole')}</option>
        <RoleOptions roles={GLOBAL_ROLES} />
      </Select>
      <Select
        aria-label={t('people.account')}
        className="w-44"
        value={active}
        onChange={(event) =>
          onFilter({ ...filter, active: event.target.value === '' ? undefined : event.target.value === 'true' })
        }
      >
        <option value="">{t('people.everyAccount')}</option>
        <option value="true">{t('people.active')}</option>
        <option value="false">{t('people.inactive')}</option>
      </Select>
    </div>
  );
}
