import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membershipsQuery } from '@/api/admin';
import { PROGRAM_ROLES, type ProgramRole, type User } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Section } from '@/ui/Section';
import { SkeletonRows } from '@/ui/states';
import { AddMembership } from './AddMembership';
import { MembershipRow } from './MembershipRow';

/** Clients are clients in every program, and staff never are. */
const rolesOf = (user: User): ProgramRole[] =>
  PROGRAM_ROLES.filter((role) => (role === 'client') === (user.role === 'client'));

export function MembershipsSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const memberships = useQuery(membershipsQuery(user.id));
  const roles = rolesOf(user);
  return (
    <Section title={t('people.memberships')} text={t('people.membershipsText')}>
      {memberships.isPending && <SkeletonRows label={t('common.loading')} rows={2} />}
      {memberships.isError && <LoadError error={memberships.error} onRetry={() => void memberships.refetch()} />}
      {memberships.data?.length === 0 && <p className="text-ink-3">{t('people.noMemberships', { name: user.name })}</p>}
      {memberships.data !== undefined && memberships.data.length > 0 && (
        <ul aria-label={t('people.memberships')} className="border-t border-line">
          {memberships.data.map((membership) => (
            <MembershipRow key={membership.program.id} user={user} membership={membership} roles={roles} />
          ))}
        </ul>
      )}
      {memberships.data !== undefined && user.active && (
        <AddMembership user={user} known={memberships.data.map(({ program }) => program.id)} roles={roles} />
      )}
    </Section>
  );
}
