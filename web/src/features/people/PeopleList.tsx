import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '@/api/queries';
import { LoadError } from '@/domain/LoadError';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Input } from '@/ui/Field';
import { SkeletonRows } from '@/ui/states';
import { AddPersonDialog } from './AddPersonDialog';

export function PeopleList() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const users = useQuery({ ...usersQuery(words.trim()), staleTime: 30_000, placeholderData: keepPreviousData });
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-8">
        <div className="mb-1 flex items-center justify-between gap-4">
          <h1 className="text-xl font-semibold">{t('people.title')}</h1>
          <Button variant="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </div>
        <p className="mb-4 text-ink-2">{t('people.text')}</p>
        <Input
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="mb-4 sm:w-72!"
        />
        {users.isPending && <SkeletonRows label={t('common.loading')} rows={6} />}
        {users.isError && <LoadError error={users.error} onRetry={() => void users.refetch()} />}
        {users.data?.length === 0 && <p className="text-ink-3">{t('people.empty')}</p>}
        <ul aria-label={t('people.title')}>
          {users.data?.map((user) => (
            <li key={user.id} className="flex items-center gap-3 border-t border-line py-2">
              <Avatar id={user.id} name={user.name} size={28} />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{user.name}</p>
                <p className="truncate text-xs text-ink-3">{user.email}</p>
              </div>
              {!user.active && <span className="text-xs text-ink-3">{t('people.inactive')}</span>}
              <span className="text-ink-2">{t(`role.${user.role}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
