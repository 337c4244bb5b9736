import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminKeys, type UserMembership } from '@/api/admin';
import { changeMember, removeMember } from '@/api/calls';
import type { ProgramRole, User } from '@/api/types';
import { RoleOptions } from '@/domain/RoleOptions';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Select } from '@/ui/Field';

interface Props {
  user: User;
  membership: UserMembership;
  roles: readonly ProgramRole[];
}

export function MembershipRow({ user, membership, roles }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { program } = membership;
  const onSuccess = () => cache.invalidateQueries({ queryKey: adminKeys.memberships(user.id) });
  const change = useMutation({
    mutationFn: (role: ProgramRole) => changeMember(program.id, user.id, role),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: () => removeMember(program.id, user.id), onSuccess });
  const problem = change.error ?? remove.error;
  const archived = program.status === 'archived';

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <div className="min-w-40 flex-1">
        <Link
          to="/programs/$programId/members"
          params={{ programId: program.id }}
          className="block truncate font-medium underline-offset-2 hover:underline"
        >
          {program.name}
        </Link>
        <p className="flex items-center gap-1 text-xs text-ink-3">
          <span className="font-mono">{program.key}</span> · {t('people.since')} <When at={membership.addedAt} />
          {archived && (
            <>
              {' · '}
              <Archive size={12} aria-hidden /> {t('programs.archived')}
            </>
          )}
        </p>
      </div>
      {archived ? (
        <span className="text-ink-2">{t(`role.${membership.role}`)}</span>
      ) : (
        <div className="flex items-center gap-2">
          <Select
            aria-label={t('people.roleIn', { program: program.name })}
            className="w-40"
            value={change.isPending ? change.variables : membership.role}
            onChange={(event) => change.mutate(event.target.value as ProgramRole)}
          >
            <RoleOptions roles={roles} />
          </Select>
          <IconButton label={t('people.removeFrom', { program: program.name })} onClick={() => setRemoving(true)}>
            <Trash2 size={16} />
          </IconButton>
        </div>
      )}
      {problem !== null && (
        <p role="alert" className="w-full text-xs text-danger">
          {textOf(problem)}
        </p>
      )}
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('people.removeFromTitle', { name: user.name, program: program.name })}
        text={t('members.removeText', { name: user.name })}
        action={t('common.remove')}
        cancel={t('common.cancel')}
        onConfirm={() => remove.mutate()}
      />
    </li>
  );
}
