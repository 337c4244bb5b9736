import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Ban, UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery, type PeopleFilter } from '@/api/admin';
import type { User } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Avatar } from '@/ui/Avatar';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { SkeletonRows } from '@/ui/states';
import { useListKeys } from '@/ui/useListKeys';
import { useShortcut } from '@/ui/useShortcut';
import { AddPersonDialog } from './AddPersonDialog';
import { PeopleFilters } from './PeopleFilters';

interface Props {
  filter: PeopleFilter;
  onFilter: (filter: PeopleFilter) => void;
}

/** Everybody who can log in; for admins. */
export function PeopleList({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const area = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState(false);
  const people = useInfiniteQuery({ ...peopleQuery(filter), placeholderData: keepPreviousData });
  const users = people.data?.pages.flatMap((page) => page.data) ?? [];
  const total = people.data?.pages[0]?.pagination.total;
  useListKeys(area);
  useShortcut('n', () => setAdding(true));

  return (
    <div className="h-full overflow-y-auto" ref={area}>
      <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-8">
        <div className="mb-1 flex items-center justify-between gap-4">
          <h1 className="text-xl font-semibold">{t('people.title')}</h1>
          <Button
            variant="primary"
            icon={<UserPlus size={16} aria-hidden />}
            shortcut="N"
            onClick={() => setAdding(true)}
          >
            {t('people.add')}
          </Button>
        </div>
        <p className="mb-4 text-ink-2">{t('people.text')}</p>
        <PeopleFilters filter={filter} onFilter={onFilter} />
        {people.isPending && <SkeletonRows label={t('common.loading')} rows={8} />}
        {people.isError && <LoadError error={people.error} onRetry={() => void people.refetch()} />}
        <p role="status" className="mb-2 text-xs text-ink-3">
          {total !== undefined && (total === 0 ? t('people.empty') : t('people.count', { count: total }))}
        </p>
        <ul aria-label={t('people.title')} className="border-t border-line empty:hidden">
          {users.map((user) => (
            <PersonRow key={user.id} user={user} />
          ))}
        </ul>
        {people.hasNextPage && (
          <Button className="mt-4" busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('people.more')}
          </Button>
        )}
      </div>
      {adding && (
        <AddPersonDialog
          onClose={() => setAdding(false)}
          onCreated={(user) => void navigate({ to: '/admin/people/$userId', params: { userId: user.id } })}
        />
      )}
    </div>
  );
}

function PersonRow({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <li className="relative flex items-center gap-3 border-b border-line px-2 py-2 hover:bg-hover">
      <Avatar id={user.id} name={user.name} size={28} />
      <div className="min-w-0 flex-1">
        <Link
          data-step
          to="/admin/people/$userId"
          params={{ userId: user.id }}
          title={user.name}
          className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {user.name}
        </Link>
        <p className="truncate text-xs text-ink-3">{user.email}</p>
      </div>
      {!user.active && (
        <Badge tone="grey" icon={<Ban size={12} aria-hidden />}>
          {t('people.inactive')}
        </Badge>
      )}
      <span className="shrink-0 text-ink-2 sm:w-28 sm:text-right">{t(`role.${user.role}`)}</span>
    </li>
  );
}
