import { useMutation, useQuery } from '@tanstack/react-query';
import { Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMember, removeMember } from '@/api/calls';
import { membersQuery } from '@/api/queries';
import { PROGRAM_ROLES, type Member, type Program, type ProgramRole } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { useMe } from '@/domain/me';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { Button, IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Select } from '@/ui/Field';
import { SkeletonRows } from '@/ui/states';
import { AddMemberDialog } from './AddMemberDialog';

export function MemberList({ program }: { program: Program }) {
  const { t } = useTranslation();
  const members = useQuery(membersQuery(program.id));
  const [adding, setAdding] = useState(false);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-6">
      <div className="mb-4 flex items-start justify-between gap-4">
        <p className="max-w-prose text-ink-2">{t('members.text')}</p>
        {program.can.manageMembers && (
          <Button variant="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('members.add')}
          </Button>
        )}
      </div>
      {members.isPending && <SkeletonRows label={t('common.loading')} rows={5} />}
      {members.isError && <LoadError error={members.error} onRetry={() => void members.refetch()} />}
      {members.data && (
        <ul aria-label={t('members.title')} className="border-t border-line">
          {members.data.map((member) => (
            <MemberRow key={member.user.id} member={member} program={program} />
          ))}
        </ul>
      )}
      {adding && (
        <AddMemberDialog
          programId={program.id}
          known={members.data?.map((member) => member.user.id) ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

function MemberRow({ member, program }: { member: Member; program: Program }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const me = useMe();
  const { id, name } = member.user;
  const [removing, setRemoving] = useState(false);
  const change = useMutation({ mutationFn: (role: ProgramRole) => changeMember(program.id, id, role) });
  const remove = useMutation({ mutationFn: () => removeMember(program.id, id) });
  const problem = change.error ?? remove.error;
  // Staff can't become clients, nor clients staff; where the global role is not told, the server decides.
  const roles = PROGRAM_ROLES.filter(
    (role) => member.globalRole === undefined || (role === 'client') === (member.globalRole === 'client'),
  );

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <Avatar id={id} name={name} size={28} />
      <div className="min-w-32 flex-1">
        <p className="truncate font-medium">
          {name}
          {id === me.id && <span className="font-normal text-ink-3"> ({t('members.you')})</span>}
        </p>
        {member.email && <p className="truncate text-xs text-ink-3">{member.email}</p>}
      </div>
      <span className="hidden text-xs text-ink-3 sm:block">
        {t('members.since')} <When at={member.addedAt} />
      </span>
      {program.can.manageMembers ? (
        <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between max-sm:pl-11">
          <Select
            aria-label={t('members.roleOf', { name })}
            className="w-40"
            value={change.isPending ? change.variables : member.role}
            onChange={(event) => change.mutate(event.target.value as ProgramRole)}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </Select>
          <IconButton label={t('members.remove', { name })} onClick={() => setRemoving(true)}>
            <Trash2 size={16} />
          </IconButton>
        </div>
      ) : (
        <span className="w-32 text-right text-ink-2">{t(`role.${member.role}`)}</span>
      )}
      {problem !== null && (
        <p role="alert" className="w-full pl-11 text-xs text-danger">
          {textOf(problem)}
        </p>
      )}
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('members.removeTitle', { name })}
        text={t('members.removeText', { name })}
        action={t('common.remove')}
        cancel={t('common.cancel')}
        onConfirm={() => remove.mutate()}
      />
    </li>
  );
}
