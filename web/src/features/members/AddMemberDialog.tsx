import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMember } from '@/api/calls';
import { usersQuery } from '@/api/queries';
import { PROGRAM_ROLES, type ProgramRole, type User } from '@/api/types';
import { PersonName } from '@/domain/PersonName';
import { RoleOptions } from '@/domain/RoleOptions';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Field, Select } from '@/ui/Field';
import { Picker } from '@/ui/Picker';
import { Alert } from '@/ui/states';

interface Props {
  programId: string;
  known: string[];
  onClose: () => void;
}

export function AddMemberDialog({ programId, known, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [words, setWords] = useState('');
  const [choosing, setChoosing] = useState(false);
  const [user, setUser] = useState<User>();
  const [role, setRole] = useState<ProgramRole>('team_member');
  const users = useQuery({ ...usersQuery(words), staleTime: 30_000, placeholderData: keepPreviousData });
  const add = useMutation({ mutationFn: (id: string) => addMember(programId, id, role), onSuccess: onClose });
  const candidates = (users.data ?? []).filter((each) => each.active && !known.includes(each.id));

  const pick = (id: string) => {
    const picked = candidates.find((each) => each.id === id);
    setUser(picked);
    if (picked?.role === 'client') setRole('client');
    else if (role === 'client') setRole('team_member');
  };
  const roles = PROGRAM_ROLES.filter((each) => user === undefined || (each === 'client') === (user.role === 'client'));

  return (
    <Dialog open onClose={onClose} title={t('members.add')} closeLabel={t('common.close')}>
      <DialogBody>
        {add.error !== null && <Alert>{textOf(add.error)}</Alert>}
        <Field label={t('members.person')} required>
          {(control) => (
            <Picker
              open={choosing}
              onOpenChange={setChoosing}
              label={t('members.person')}
              searchLabel={t('members.search')}
              emptyText={t('common.noMatches')}
              value={user?.id ?? null}
              onPick={pick}
              onSearch={setWords}
              options={candidates.map((each) => ({
                value: each.id,
                text: `${each.name} ${each.email}`,
                label: (
                  <span className="block py-1">
                    <PersonName person={each} />
                    <span className="block truncate pl-6.5 text-xs text-ink-3">{each.email}</span>
                  </span>
                ),
              }))}
              trigger={
                <Button
                  {...control}
                  aria-label={`${t('members.person')}: ${user?.name ?? t('members.choose')}`}
                  className="h-9 w-full justify-between! font-normal!"
                >
                  {user === undefined ? (
                    <span className="text-ink-3">{t('members.choose')}</span>
                  ) : (
                    <PersonName person={user} />
                  )}
                  <ChevronDown size={14} aria-hidden />
                </Button>
              }
            />
          )}
        </Field>
        <Field label={t('members.role')} hint={t(`members.means.${role}`)}>
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(event.target.value as ProgramRole)}>
              <RoleOptions roles={roles} />
            </Select>
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button variant="ghost" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="primary"
          busy={add.isPending}
          reason={user === undefined ? t('members.chooseMissing') : undefined}
          onClick={() => user && add.mutate(user.id)}
        >
          {t('members.add')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
