import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { removeMember } from '@/api/calls';
import { assignedCountQuery } from '@/api/programs';
import type { Member, Program } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Confirm } from '@/ui/Dialog';

interface Props {
  member: Member;
  program: Program;
  onClose: () => void;
  onRefused: (problem: string) => void;
}

/** Says before what happens to the requests of who goes. */
export function RemoveMember({ member, program, onClose, onRefused }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const { id, name } = member.user;
  const client = member.role === 'client';
  const { data: assigned } = useQuery({ ...assignedCountQuery(program.id, id), enabled: !client });
  const remove = useMutation({
    mutationFn: () => removeMember(program.id, id),
    onError: (error) => onRefused(textOf(error)),
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('members.removeTitle', { name })}
      text={
        <>
          {t('members.removeText', { name })}{' '}
          {client ? t('members.removeShared') : assigned ? t('members.removeAssigned', { name, count: assigned }) : ''}
        </>
      }
      action={t('common.remove')}
      cancel={t('common.cancel')}
      onConfirm={() => remove.mutate()}
    />
  );
}
