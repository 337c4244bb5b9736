import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { userQuery } from '@/api/admin';
import type { User } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { Badge } from '@/ui/Badge';
import { SkeletonRows } from '@/ui/states';
import { AccountSection } from './AccountSection';
import { FactsSection } from './FactsSection';
import { LogInsSection } from './LogInsSection';
import { MembershipsSection } from './MembershipsSection';
import { ResetSection } from './ResetSection';
import { RoleSection } from './RoleSection';

/** All that an admin can see and do about one person. */
export function PersonView({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const user = useQuery(userQuery(userId));
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl px-4 py-6 sm:px-8">
        <Link to="/admin" className="mb-4 inline-flex items-center gap-1 rounded text-ink-2 hover:text-ink">
          <ArrowLeft size={14} aria-hidden />
          {t('people.title')}
        </Link>
        {user.isPending && <SkeletonRows label={t('common.loading')} rows={6} />}
        {user.isError && <LoadError error={user.error} onRetry={() => void user.refetch()} />}
        {user.data !== undefined && <Loaded key={user.data.id} user={user.data} />}
      </div>
    </div>
  );
}

function Loaded({ user }: { user: User }) {
  const { t } = useTranslation();
  const self = useMe().id === user.id;
  return (
    <>
      <div className="flex items-center gap-3">
        <Avatar id={user.id} name={user.name} size={28} />
        <div className="min-w-0 flex-1">
          <h1 title={user.name} className="truncate text-xl font-semibold">
            {user.name}
            {self && <span className="font-normal text-ink-3"> ({t('members.you')})</span>}
          </h1>
          <p className="text-ink-2">
            {t(`role.${user.role}`)} · {t('people.since')} <When at={user.createdAt} /> ·{' '}
            <Link to="/admin/audit" search={{ actor: user.id }} className="text-accent underline underline-offset-2">
              {t('people.whatTheyDid')}
            </Link>
          </p>
        </div>
        {!user.active && (
          <Badge tone="grey" icon={<Ban size={12} aria-hidden />}>
            {t('people.inactive')}
          </Badge>
        )}
      </div>
      <FactsSection user={user} />
      <RoleSection user={user} />
      <MembershipsSection user={user} />
      <LogInsSection user={user} />
      <ResetSection user={user} />
      <AccountSection user={user} />
    </>
  );
}
