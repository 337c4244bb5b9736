import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMember } from '@/api/calls';
import { PROGRAM_ROLES, type Member, type Program, type ProgramRole } from '@/api/types';
import { useMe } from '@/domain/me';
import { RoleOptions } from '@/domain/RoleOptions';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { Avatar } from '@/ui/Avatar';
import { Badge } from '@/ui/Badge';
import { IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Select } from '@/ui/Field';
import { RemoveMember } from './RemoveMember';

export function MemberRow({ member, program }: { member: Member; program: Program }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const me = useMe();
  const { id, name } = member.user;
  const own = id === me.id;
  const [removing, setRemoving] = useState(false);
  const [stepping, setStepping] = useState<ProgramRole>();
  const [before, setBefore] = useState<ProgramRole>();
  const [refused, setRefused] = useState<string>();
  const change = useMutation({
    mutationFn: (role: ProgramRole) => changeMember(program.id, id, role),
    onMutate: () => setRefused(undefined),
    onSuccess: (_, role) => setBefore(role === member.role ? undefined : member.role),
  });
  // Staff can't become clients, nor clients staff; where the global role is not told, the server decides.
  const roles = PROGRAM_ROLES.filter(
    (role) => member.globalRole === undefined || (role === 'client') === (member.globalRole === 'client'),
  );
  const choose = (role: ProgramRole) => {
    // From then on one could not take it back oneself.
    if (own && me.role !== 'admin') setStepping(role);
    else change.mutate(role);
  };
  const problem = change.error === null ? refused : textOf(change.error);

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <Avatar id={id} name={name} size={28} />
      <div className="min-w-32 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="min-w-0 truncate" title={name}>
            {name}
            {own && <span className="font-normal text-ink-3"> ({t('members.you')})</span>}
          </span>
          {member.active === false && (
            <Badge tone="grey" icon={null}>
              {t('people.inactive')}
            </Badge>
          )}
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
            onChange={(event) => choose(event.target.value as ProgramRole)}
          >
            <RoleOptions roles={roles} />
          </Select>
          <IconButton label={t('members.remove', { name })} onClick={() => setRemoving(true)}>
            <Trash2 size={16} />
          </IconButton>
        </div>
      ) : (
        <span className="w-32 text-right text-ink-2">{t(`role.${member.role}`)}</span>
      )}
      {problem !== undefined && (
        <p role="alert" className="w-full pl-11 text-xs text-danger">
          {problem}
        </p>
      )}
      {problem === undefined && before !== undefined && change.isSuccess && (
        <p role="status" className="flex w-full flex-wrap gap-x-2 pl-11 text-xs text-ink-3">
          {t('members.now', { role: t(`role.${change.variables}`), means: t(`members.means.${change.variables}`) })}
          <button
            type="button"
            className="font-medium text-accent hover:underline"
            onClick={() => change.mutate(before)}
          >
            {t('saving.undo')}
          </button>
        </p>
      )}
      {removing && (
        <RemoveMember member={member} program={program} onClose={() => setRemoving(false)} onRefused={setRefused} />
      )}
      <Confirm
        open={stepping !== undefined}
        onClose={() => setStepping(undefined)}
        title={t('members.stepDownTitle')}
        text={t('members.stepDownText', { means: stepping && t(`members.means.${stepping}`) })}
        action={t('members.stepDown')}
        cancel={t('common.cancel')}
        onConfirm={() => stepping && change.mutate(stepping)}
      />
    </li>
  );
}
